"""Every word the page says of itself, in English, French and Arabic."""

from __future__ import annotations

LANGUAGES = {"en": "English", "fr": "Français", "ar": "العربية"}
"""The languages of the page, each named in itself."""

_WORDS: dict[str, tuple[str, str, str]] = {
    "tagline": (
        "Answers from your documents, with the exact words behind every statement.",
        "Des réponses tirées de vos documents, avec les mots exacts qui fondent chaque affirmation.",
        "إجابات من وثائقكم، مع الكلمات التي تستند إليها كل عبارة بنصها.",
    ),
    "welcome": ("What would you like to know?", "Que souhaitez-vous savoir ?", "ماذا تودّ أن تعرف؟"),
    "try": ("For example", "Par exemple", "على سبيل المثال"),
    "language": ("Language of the page", "Langue de la page", "لغة الصفحة"),
    "go_ask": ("Ask", "Questions", "اسأل"),
    "go_register": ("Register", "Registre", "السجل"),
    "go_library": ("Library", "Bibliothèque", "المكتبة"),
    "new": ("New conversation", "Nouvelle conversation", "محادثة جديدة"),
    "ask": ("Ask about the documents…", "Posez une question sur les documents…", "اسأل عن الوثائق…"),
    "ask_later": (
        "You can ask as soon as the documents are read",
        "Vous pourrez poser vos questions dès que les documents seront lus",
        "يمكنك السؤال حالما تُقرأ الوثائق",
    ),
    "question": ("Your question", "Votre question", "سؤالك"),
    "answer": ("Answer", "Réponse", "الإجابة"),
    "searching": ("Looking through the documents…", "Recherche dans les documents…", "جارٍ البحث في الوثائق…"),
    "wording": ("Wording the answer…", "Formulation de la réponse…", "جارٍ صياغة الإجابة…"),
    "seconds": ("{seconds} s", "{seconds} s", "{seconds} ث"),
    "stop": ("Stop", "Arrêter", "إيقاف"),
    "stopped": (
        "Stopped. Ask again whenever you like.",
        "Arrêté. Posez à nouveau la question quand vous voudrez.",
        "أُوقف. يمكنك السؤال من جديد متى شئت.",
    ),
    "too_long": (
        "The question has {count} characters; please ask in at most {most}.",
        "La question compte {count} caractères ; veuillez la poser en {most} au plus.",
        "يتألف السؤال من {count} حرفًا؛ يُرجى ألا يتجاوز {most}.",
    ),
    "too_long_kept": ("Your text, to shorten", "Votre texte, à raccourcir", "نصّك، لاختصاره"),
    "sources": ("Sources", "Sources", "المصادر"),
    "all_sources": ("All {count} sources", "Les {count} sources", "كل المصادر ({count})"),
    "nearest": ("Nearest passages", "Passages les plus proches", "أقرب المقاطع"),
    "nearest_note": (
        "None is sure enough to be the answer; these come closest.",
        "Aucun n'est assez sûr pour être la réponse ; ceux-ci en sont les plus proches.",
        "لا يكفي أي منها ليكون جواباً مؤكداً، لكنها الأقرب إلى السؤال.",
    ),
    "open_source": ("Open source {number}", "Ouvrir la source {number}", "افتح المصدر {number}"),
    "source_of": ("Source {number} of {count}", "Source {number} sur {count}", "المصدر {number} من {count}"),
    "passage_of": ("Passage {number} of {count}", "Passage {number} sur {count}", "المقطع {number} من {count}"),
    "previous": ("Previous", "Précédente", "السابق"),
    "next": ("Next", "Suivante", "التالي"),
    "close": ("Close", "Fermer", "إغلاق"),
    "page": ("page {page}", "page {page}", "الصفحة {page}"),
    "page_tab": ("Page {page}", "Page {page}", "الصفحة {page}"),
    "text_tab": ("Text", "Texte", "النص"),
    "page_picture": (
        "Page {page} of {document}, with the cited words marked",
        "Page {page} de {document}, mots cités surlignés",
        "الصفحة {page} من {document} والكلمات المستشهد بها مظلّلة",
    ),
    "unmarked_picture": ("Page {page} of {document}", "Page {page} de {document}", "الصفحة {page} من {document}"),
    "not_marked": (
        "The words could not be marked on the picture; they are marked in the text.",
        "Les mots n'ont pas pu être surlignés sur l'image ; ils le sont dans le texte.",
        "تعذّر تظليل الكلمات على الصورة؛ وهي مظلّلة في النص.",
    ),
    "drawing": ("Drawing the page…", "Préparation de la page…", "جارٍ رسم الصفحة…"),
    "whole": ("Show the whole document", "Afficher le document entier", "عرض الوثيقة كاملة"),
    "cut": (
        "The document is long: only the part around the passage is shown.",
        "Le document est long : seule la partie autour du passage est affichée.",
        "الوثيقة طويلة: لا يُعرض سوى الجزء المحيط بالمقطع.",
    ),
    "copy": ("Copy the quote", "Copier la citation", "نسخ الاقتباس"),
    "changed": (
        "This document has changed since the answer was given; these are the words that were cited.",
        "Ce document a changé depuis la réponse ; voici les mots qui avaient été cités.",
        "تغيّرت هذه الوثيقة منذ تقديم الإجابة؛ وهذه هي الكلمات التي استُشهد بها.",
    ),
    "cited_words": ("Cited words", "Mots cités", "الكلمات المستشهد بها"),
    "considered": (
        "{count} documents considered",
        "{count} documents examinés",
        "عدد الوثائق التي نُظر فيها: {count}",
    ),
    "considered_one": ("1 document considered", "1 document examiné", "نُظر في وثيقة واحدة"),
    "unread_count_one": ("1 could not be read", "1 n'a pas pu être lu", "تعذّرت قراءة وثيقة واحدة"),
    "none_unread": ("none left unread", "aucun illisible", "ولا توجد وثائق غير مقروءة"),
    "unread_count": (
        "{count} could not be read",
        "{count} n'ont pas pu être lus",
        "تعذّرت قراءة {count}",
    ),
    "incomplete": (
        "The list may be incomplete.",
        "La liste est peut-être incomplète.",
        "قد لا تكون القائمة كاملة.",
    ),
    "not_in_documents": ("The documents do not say", "Les documents ne le disent pas", "الوثائق لا تذكر ذلك"),
    "unknown_name": ("A name the documents do not know", "Un nom inconnu des documents", "اسم غير وارد في الوثائق"),
    "outside_dates": ("Outside the dates covered", "Hors de la période couverte", "خارج الفترة المشمولة"),
    "unread_document": (
        "It may be in a file that could not be read",
        "Peut-être dans un fichier illisible",
        "قد يكون في ملف تعذّرت قراءته",
    ),
    "unclear": ("The question is not clear", "La question n'est pas claire", "السؤال غير واضح"),
    "failed": ("This did not work", "Cela n'a pas fonctionné", "تعذّر ذلك"),
    "unexpected": (
        "Something went wrong here; the details are in the log of the server. Please ask again.",
        "Une erreur s'est produite ; les détails sont dans le journal du serveur. Veuillez réessayer.",
        "حدث خطأ ما؛ والتفاصيل في سجل الخادم. يُرجى إعادة المحاولة.",
    ),
    "again": ("Try again", "Réessayer", "إعادة المحاولة"),
    "opening": ("Opening the documents…", "Ouverture des documents…", "جارٍ فتح الوثائق…"),
    "first_ingest": (
        "Reading the documents for the first time",
        "Première lecture des documents",
        "القراءة الأولى للوثائق",
    ),
    "first_ingest_note": (
        "This happens once. The page goes on by itself when it is done.",
        "Cela n'a lieu qu'une fois. La page continuera d'elle-même ensuite.",
        "يحدث ذلك مرة واحدة، وستتابع الصفحة من تلقاء نفسها عند الانتهاء.",
    ),
    "waiting": (
        "Another ingest is building the index. The page goes on by itself when it is done.",
        "Une autre lecture construit l'index. La page continuera d'elle-même ensuite.",
        "تبني عملية أخرى الفهرس الآن، وستتابع الصفحة من تلقاء نفسها عند الانتهاء.",
    ),
    "checking": ("Checking files", "Vérification des fichiers", "فحص الملفات"),
    "reading": ("Reading", "Lecture", "القراءة"),
    "embedding": ("Understanding the text", "Analyse du texte", "تحليل النص"),
    "writing": ("Writing the index", "Écriture de l'index", "كتابة الفهرس"),
    "verifying": ("Verifying", "Contrôle", "التحقق"),
    "publishing": ("Publishing", "Publication", "النشر"),
    "starting": ("Starting", "Démarrage", "البدء"),
    "of": ("{done} of {total}", "{done} sur {total}", "{done} من {total}"),
    "left": ("about {time} left", "encore {time} environ", "بقي نحو {time}"),
    "time_seconds": ("{count} s", "{count} s", "{count} ث"),
    "time_minutes": ("{count} min", "{count} min", "{count} د"),
    "documents": ("{count} documents", "{count} documents", "عدد الوثائق: {count}"),
    "documents_one": ("1 document", "1 document", "وثيقة واحدة"),
    "unread_files_one": ("1 file not read", "1 fichier non lu", "ملف واحد لم يُقرأ"),
    "unread_files": ("{count} files not read", "{count} fichiers non lus", "ملفات لم تُقرأ: {count}"),
    "built": ("built {when}", "construit le {when}", "بُني في {when}"),
    "snapshot": ("snapshot", "instantané", "اللقطة"),
    "wrong": ("Wrong?", "Erreur ?", "خطأ؟"),
    "wrong_note": (
        "Mark this answer as wrong, so that it is reviewed and becomes a test.",
        "Signaler cette réponse comme erronée, pour qu'elle soit revue et devienne un test.",
        "ضع علامة خطأ على هذه الإجابة لتُراجَع وتصبح اختبارًا.",
    ),
    "marked_wrong": ("Noted for review.", "Signalée pour révision.", "سُجّلت للمراجعة."),
    "not_marked_wrong": ("This was not noted.", "Le signalement a échoué.", "لم يُسجَّل ذلك."),
    "undo": ("Undo", "Annuler", "تراجع"),
    "no_name": ("unnamed", "sans nom", "بلا اسم"),
    "was": ("was: {was}", "auparavant : {was}", "سابقًا: {was}"),
    "overdue": ("overdue", "en retard", "متأخر عن موعده"),
    "superseded": ("replaced since", "remplacé depuis", "حُلّ محله لاحقًا"),
    "open_words": (
        "Show the words behind: {what}",
        "Afficher les mots qui fondent : {what}",
        "اعرض النص الذي يستند إليه: {what}",
    ),
    "open_document": ("Open the document: {what}", "Ouvrir le document : {what}", "افتح الوثيقة: {what}"),
    "before": ("Before", "Avant", "سابقًا"),
    "after": ("Now", "Maintenant", "الآن"),
    "what_changed": ("What changed", "Ce qui a changé", "ما الذي تغيّر"),
    "field_date": ("date", "date", "التاريخ"),
    "field_person": ("person in office", "titulaire", "شاغل المنصب"),
    "field_value": ("value", "valeur", "القيمة"),
    "field_until": ("end", "échéance", "تاريخ الانتهاء"),
    "field_name": ("name", "nom", "الاسم"),
    "field_all": ("replaced as a whole", "remplacé en entier", "حُلّ محله بالكامل"),
    "partner": ("Partner", "Partenaire", "الشريك"),
    "no_date": ("Without a date", "Sans date", "بلا تاريخ"),
    "file": ("File", "Fichier", "الملف"),
    "page_head": ("Page", "Page", "الصفحة"),
    "quote": ("Exact words", "Mots exacts", "النص الحرفي"),
    "also_in": ("Also in", "Aussi dans", "كذلك في"),
    "reading_register": ("Reading the register…", "Lecture du registre…", "جارٍ قراءة السجل…"),
    "register_note": (
        "Everything the documents record, each row with the words it rests on.",
        "Tout ce que les documents consignent, chaque ligne avec les mots qui la fondent.",
        "كل ما تسجّله الوثائق، ومع كل سطر النص الذي يستند إليه.",
    ),
    "on_record": ("What is on record", "Ce qui est consigné", "ما هو مسجّل"),
    "shown_as": ("Shown as", "Présentation", "طريقة العرض"),
    "way_table": ("Table", "Tableau", "جدول"),
    "way_timeline": ("Timeline", "Chronologie", "خط زمني"),
    "way_partners": ("Partners by year", "Partenaires par année", "الشركاء حسب السنة"),
    "way_replaced": ("What replaced what", "Ce qui a remplacé quoi", "ما حلّ محل ماذا"),
    "export_note": (
        "The rows shown, each with its file, page and exact words",
        "Les lignes affichées, chacune avec son fichier, sa page et les mots exacts",
        "الأسطر المعروضة، ومع كل منها الملف والصفحة والنص الحرفي",
    ),
    "no_rows": (
        "Nothing on record meets these limits. Take one away to see more.",
        "Rien de consigné ne répond à ces critères. Retirez-en un pour voir davantage.",
        "لا شيء مسجّل يطابق هذه الحدود. أزِل أحدها لترى المزيد.",
    ),
    "no_partners": (
        "No partner is named in these rows.",
        "Aucun partenaire n'est nommé dans ces lignes.",
        "لا يُذكر أي شريك في هذه الأسطر.",
    ),
    "partners_note": (
        "Rows that speak of a partner in a year. Press a number to see them.",
        "Lignes qui mentionnent un partenaire dans l'année. Cliquez sur un nombre pour les voir.",
        "عدد الأسطر التي تذكر الشريك في السنة. اضغط على رقم لعرضها.",
    ),
    "nothing_replaced": (
        "The documents replace nothing in these rows.",
        "Les documents ne remplacent rien dans ces lignes.",
        "لا تستبدل الوثائق شيئًا في هذه الأسطر.",
    ),
    "rows_of": ("{count} of {total} shown", "{count} sur {total} affichés", "المعروض {count} من {total}"),
    "overdue_count": ("{count} overdue", "{count} en retard", "المتأخرة: {count}"),
    "pages": ("Pages", "Pages", "الصفحات"),
    "pages_count": ("{count} pages", "{count} pages", "عدد الصفحات: {count}"),
    "pages_count_one": ("1 page", "1 page", "صفحة واحدة"),
    "filter_words": ("Search", "Rechercher", "بحث"),
    "filter_hint": ("name, place, word…", "nom, lieu, mot…", "اسم أو مكان أو كلمة…"),
    "filter_partner": ("Partner", "Partenaire", "الشريك"),
    "filter_year": ("Year", "Année", "السنة"),
    "filter_type": ("Kind", "Type", "النوع"),
    "filter_state": ("State", "État", "الحالة"),
    "filter_tongue": ("Language", "Langue", "اللغة"),
    "filter_asof": ("As of", "À la date du", "كما في يوم"),
    "asof_note": (
        "Only what was on record on that day; without a day, all there is, judged by today.",
        "Seulement ce qui était consigné ce jour-là ; sans date, tout, à la date d'aujourd'hui.",
        "ما كان مسجّلًا في ذلك اليوم فقط؛ وبلا تاريخ: كل ما هو مسجّل، بحسب تاريخ اليوم.",
    ),
    "clear_filters": ("Clear", "Effacer", "مسح"),
    "all": ("All", "Tous", "الكل"),
    "document": ("Document", "Document", "الوثيقة"),
    "span": ("{first} to {last}", "{first} – {last}", "من {first} إلى {last}"),
    "in_index": ("Read", "Lus", "مقروءة"),
    "not_in_index": ("Not read", "Non lus", "غير مقروءة"),
    "all_read": ("Every file was read.", "Tous les fichiers ont été lus.", "قُرئت جميع الملفات."),
    "head_title": ("Title", "Titre", "العنوان"),
    "head_date": ("Date", "Date", "التاريخ"),
    "head_kind": ("Kind", "Type", "النوع"),
    "head_language": ("Language", "Langue", "اللغة"),
    "head_file": ("File", "Fichier", "الملف"),
    "understood_as": ("Understood as: {what}", "Compris comme : {what}", "فُهم على أنه: {what}"),
    "ask_without": ("Ask again without: {what}", "Reposer la question sans : {what}", "اسأل من جديد من دون: {what}"),
    "without": ("without: {what}", "sans : {what}", "من دون: {what}"),
    "not_applied": (
        "Nothing on record can be told by this, so the answer does without: {what}",
        "Rien de consigné ne permet d'en juger ; la réponse n'en tient pas compte : {what}",
        "لا شيء مسجّل يمكن الحكم عليه بهذا، فلم تأخذه الإجابة في الحسبان: {what}",
    ),
    "outcome_indexed": ("new", "nouveau", "جديد"),
    "outcome_updated": ("changed", "modifié", "معدَّل"),
    "outcome_moved": ("moved", "déplacé", "منقول"),
    "outcome_unchanged": ("unchanged", "inchangé", "بلا تغيير"),
    "outcome_partly_read": ("partly read", "lu en partie", "مقروء جزئيًا"),
    "outcome_duplicate": ("duplicate", "doublon", "نسخة مكررة"),
    "outcome_removed": ("removed", "retiré", "محذوف"),
    "outcome_unreadable": ("could not be read", "illisible", "تعذّرت قراءته"),
    "outcome_refused": ("refused", "refusé", "مرفوض"),
    "versions": ("{count} former versions", "{count} versions antérieures", "إصدارات سابقة: {count}"),
    "versions_one": ("1 former version", "1 version antérieure", "إصدار سابق واحد"),
    "until": ("as it was until {when}", "telle qu'elle était jusqu'au {when}", "كما كانت حتى {when}"),
    "as_it_is": ("as it is now", "telle qu'elle est", "كما هي الآن"),
    "former": (
        "This is a former version. No answer rests on it.",
        "Ceci est une version antérieure. Aucune réponse ne s'y appuie.",
        "هذا إصدار سابق، ولا تستند إليه أي إجابة.",
    ),
    "last_run": ("Last ingest", "Dernière lecture", "آخر قراءة"),
    "no_receipt": (
        "The ingest that made this index kept no receipt. Run `sanad ingest` again to have one.",
        "La lecture qui a construit cet index n'a pas gardé de reçu. Relancez `sanad ingest` pour en avoir un.",
        "لم تحتفظ القراءة التي بنت هذا الفهرس بإيصال. شغّل `sanad ingest` من جديد للحصول عليه.",
    ),
    "files_seen": ("{count} files seen", "{count} fichiers vus", "الملفات التي شوهدت: {count}"),
    "files_seen_one": ("1 file seen", "1 fichier vu", "شوهد ملف واحد"),
    "took": ("{seconds} s", "{seconds} s", "{seconds} ث"),
    "same_as": ("the same bytes as {name}", "identique à {name}", "مطابق لـ {name}"),
    "moved_from": ("was {name}", "était {name}", "كان {name}"),
    "alike": (
        "Nearly the same: {one} and {other} ({share} %)",
        "Presque identiques : {one} et {other} ({share} %)",
        "متطابقان تقريبًا: {one} و{other} ({share} %)",
    ),
    "head_state": ("State", "État", "الحالة"),
    "head_pages": ("Pages", "Pages", "الصفحات"),
    "head_characters": ("Characters", "Caractères", "الأحرف"),
    "head_chunks": ("Passages", "Passages", "المقاطع"),
    "head_facts": ("Facts", "Faits", "الوقائع"),
    "head_seconds": ("Seconds", "Secondes", "الثواني"),
    "link": ("Link to this answer", "Lien vers cette réponse", "رابط إلى هذه الإجابة"),
    "link_note": (
        "Keep this answer under a link that shows it again as it is now.",
        "Conserver cette réponse sous un lien qui la montrera telle qu'elle est.",
        "احفظ هذه الإجابة تحت رابط يعرضها كما هي الآن.",
    ),
    "replaying": ("Giving the answer again…", "La réponse est redonnée…", "جارٍ استعادة الإجابة…"),
    "replayed": (
        "An answer of {day}, given again from snapshot {snapshot}.",
        "Une réponse du {day}, redonnée à partir de l'instantané {snapshot}.",
        "إجابة بتاريخ {day}، أُعيدت من اللقطة {snapshot}.",
    ),
    "asked_before": ("Asked before: {what}", "Demandé auparavant : {what}", "سُئل قبلها: {what}"),
    "not_identical": (
        "The software has changed since: this is not to the letter the answer of then.",
        "Le logiciel a changé depuis : ce n'est pas à la lettre la réponse d'alors.",
        "تغيّر البرنامج منذ ذلك الحين: ليست هذه الإجابة مطابقة حرفيًا لما كانت عليه.",
    ),
    "how_found": ("How this answer was found", "Comment cette réponse a été trouvée", "كيف عُثر على هذه الإجابة"),
    "trace_question": ("Question as understood", "Question comprise", "السؤال كما فُهم"),
    "trace_names": ("Names", "Noms", "الأسماء"),
    "trace_dates": ("Dates", "Dates", "التواريخ"),
    "trace_expanded": ("Also searched for", "Aussi recherché", "بُحث أيضًا عن"),
    "trace_route": ("Answered from", "Répondu à partir", "مصدر الإجابة"),
    "trace_found": ("Found", "Trouvé", "النتائج"),
    "trace_seconds": ("Time", "Temps", "الوقت"),
    "trace_snapshot": ("Snapshot and settings", "Instantané et réglages", "اللقطة والإعدادات"),
    "route_register": ("the register of facts", "du registre des faits", "سجل الوقائع"),
    "route_passages": ("passages", "de passages", "المقاطع"),
    "passages_of": (
        "{count} passages in {documents} documents",
        "{count} passages dans {documents} documents",
        "{count} مقطعًا في {documents} وثيقة",
    ),
    "stage_understand": ("understanding", "compréhension", "الفهم"),
    "stage_embed": ("embedding", "vectorisation", "التضمين"),
    "stage_open": ("opening", "ouverture", "الفتح"),
    "stage_register": ("register", "registre", "السجل"),
    "stage_search": ("search", "recherche", "البحث"),
    "stage_read": ("reading", "lecture", "القراءة"),
    "stage_compose": ("composing", "rédaction", "الصياغة"),
    "stage_check": ("checking", "contrôle", "التحقق"),
    "candidate_words": ("Sentence weighed", "Phrase examinée", "الجملة المدروسة"),
    "candidate_why": ("What became of it", "Ce qu'elle est devenue", "مصيرها"),
    "candidate_score": ("Score", "Score", "الدرجة"),
    "weighed": (
        "{count} sentences weighed; the best {shown}:",
        "{count} phrases examinées ; les {shown} meilleures :",
        "الجمل المدروسة: {count}؛ وأفضل {shown} منها:",
    ),
    "why_cited": ("cited", "citée", "استُشهد بها"),
    "why_about_another_one_of_its_kind": (
        "about another one of its kind",
        "porte sur un autre du même genre",
        "تتعلق بغير المقصود من النوع نفسه",
    ),
    "why_lacks_a_name_asked_about": ("lacks a name asked about", "sans un nom demandé", "ينقصها اسم مسؤول عنه"),
    "why_about_another_time": ("about another time", "porte sur une autre période", "تتعلق بزمن آخر"),
    "why_holds_nothing_of_the_kind_asked_for": (
        "holds nothing of the kind asked for",
        "ne contient rien de ce qui est demandé",
        "لا تحوي شيئًا من النوع المطلوب",
    ),
    "why_says_what_was_before": ("says what was before", "dit ce qui était avant", "تذكر ما كان من قبل"),
    "why_weaker_than_what_is_cited": (
        "weaker than what is cited",
        "moins probante que ce qui est cité",
        "أضعف مما استُشهد به",
    ),
    "news_events": ("New events", "Nouvelles activités", "أنشطة جديدة"),
    "news_people": ("New people", "Nouvelles personnes", "أشخاص جدد"),
    "news_programmes": ("New programmes", "Nouveaux programmes", "برامج جديدة"),
    "news_agreements": ("New agreements", "Nouveaux accords", "اتفاقات جديدة"),
    "news_replaced": ("Replaced", "Remplacé", "حُلّ محله"),
    "as_of": ("As of {day}", "Au {day}", "حتى {day}"),
}


_KINDS = {
    "memorandum of understanding": ("protocole d'accord", "مذكرة تفاهم"),
    "letter of intent": ("lettre d'intention", "خطاب نوايا"),
    "minutes": ("procès-verbal", "محضر"),
    "training report": ("rapport de formation", "تقرير دورة تدريبية"),
    "workshop report": ("rapport d'atelier", "تقرير ورشة عمل"),
    "webinar": ("webinaire", "ندوة عبر الإنترنت"),
    "call for applications": ("appel à candidatures", "دعوة لتقديم الطلبات"),
    "fact sheet": ("fiche d'information", "صحيفة وقائع"),
    "newsletter": ("bulletin d'information", "نشرة إخبارية"),
    "technical visit": ("visite technique", "زيارة فنية"),
    "annual report": ("rapport annuel", "تقرير سنوي"),
    "meeting report": ("compte rendu de réunion", "تقرير اجتماع"),
    "letter": ("lettre", "رسالة"),
    "notice": ("avis", "إشعار"),
}
"""The kinds of document that ingest tells apart, in French and Arabic; any other is shown as it is."""


def kind_name(kind: str | None, language: str) -> str | None:
    """What a kind of document is called in a language."""
    if kind not in _KINDS or language not in ("fr", "ar"):
        return kind
    return _KINDS[kind][0 if language == "fr" else 1]


def say(language: str, key: str, **values: object) -> str:
    """A phrase of the page in a language."""
    if values.get("count") == 1 and f"{key}_one" in _WORDS:
        key = f"{key}_one"
    return _WORDS[key][_place(language)].format(**values)


def knows(key: str) -> bool:
    """Whether there is a phrase of that name."""
    return key in _WORDS


def page_language(locale: str | None) -> str:
    """The page's language for a browser's locale such as `fr-CA`; English where it has none of its own."""
    wanted = (locale or "").replace("_", "-").split("-")[0].lower()
    return wanted if wanted in LANGUAGES else "en"


def direction(language: str) -> str:
    """Which way a language is written."""
    return "rtl" if language == "ar" else "ltr"


def _place(language: str) -> int:
    return list(LANGUAGES).index(language) if language in LANGUAGES else 0
