"""The words that made-up reports are made of."""

from __future__ import annotations

TOPICS = {
    "en": (
        "flood warning",
        "school statistics",
        "soil mapping",
        "customs data",
        "vocational training",
        "food safety",
        "water quality",
        "household surveys",
        "labour inspection",
        "rural roads",
        "energy audits",
        "crop insurance",
    ),
    "fr": (
        "l'alerte aux crues",
        "la statistique scolaire",
        "la cartographie des sols",
        "les données douanières",
        "la formation professionnelle",
        "la sécurité alimentaire",
        "la qualité de l'eau",
        "les enquêtes de ménages",
    ),
    "ar": (
        "الإنذار بالفيضانات",
        "الإحصاء المدرسي",
        "خرائط التربة",
        "بيانات الجمارك",
        "التدريب المهني",
        "سلامة الأغذية",
    ),
}
TITLES = {
    "en": (
        "Report of the Training Course on {topic} in {town}",
        "Minutes of the Meeting on {topic}, {town}",
        "Workshop on {topic} held in {town}",
        "Note on the Study Visit to {town} on {topic}",
    ),
    "fr": ("Rapport de la formation sur {topic} à {town}", "Compte rendu de la réunion de {town} sur {topic}"),
    "ar": ("تقرير الدورة التدريبية حول {topic} في {town}", "محضر اجتماع {town} حول {topic}"),
}
LABELS = {
    "en": ("Date", "Venue", "Country", "Participants", "Delegate"),
    "fr": ("Date", "Lieu", "Pays", "Participants", "Délégué"),
    "ar": ("التاريخ", "المكان", "الدولة", "المشاركون", "المندوب"),
}
HEADINGS = {
    "en": ("Opening", "Discussion", "Results", "Agreed next steps", "Financing", "Field visit", "Evaluation"),
    "fr": ("Ouverture", "Débats", "Résultats", "Suites", "Financement", "Visite de terrain", "Évaluation"),
    "ar": ("الافتتاح", "المناقشات", "النتائج", "الخطوات المتفق عليها", "التمويل", "زيارة ميدانية"),
}
SENTENCES = {
    "en": (
        "{person}, Director of the {body} Office, opened the session and thanked the hosts in {town}.",
        "The {body} Agency ({code}) offered {number} places for training on {topic}.",
        "The group from {town} asked for more field work and fewer lectures on {topic}.",
        "Most of the equipment used for {topic} in {town} is older than the staff who maintain it.",
        "The budget of the component on {topic} came to USD {money}, half of which was spent by {date}.",
        "{person} will send the draft guidelines on {topic} to the {body} Agency by {date}.",
        "Several speakers compared the forms used in {town} with those of {town} and found few differences.",
        "Delegates regretted that the equipment ordered for {topic} reached {town} too late for the season.",
        "The {body} Institute and the {body} Agency signed a memorandum of understanding on {date}.",
        "According to the {body} Institute, the lack of spare parts slows down the work on {topic}.",
        "It was noted that the inspectors trained in {town} still work on {topic}.",
        "The evaluation gave the sessions on {topic} a better mark than those on {topic}.",
        "The discussion on {topic} turned to the question of who keeps the records in {town}.",
    ),
    "fr": (
        "{person}, directeur de l'Office {body}, a ouvert la séance et remercié les hôtes de {town}.",
        "L'Agence {body} ({code}) a offert {number} places de formation sur {topic}.",
        "Les équipes de {town} et de {town} utilisent des formulaires différents pour {topic}.",
        "Le budget du volet consacré à {topic} s'élève à {number} 000 euros, dont la moitié dépensée au {date}.",
        "{person} enverra le projet de guide à l'Agence {body} avant le {date}.",
        "Plusieurs intervenants ont souligné le manque de pièces de rechange à {town}.",
        "Les délégués ont regretté que le matériel soit arrivé trop tard à {town}.",
        "Selon l'Institut {body}, {topic} demande surtout du personnel stable.",
    ),
    "ar": (
        "افتتح السيد {person} مدير مكتب {body} الجلسة وشكر المضيفين في {town}.",
        "عرضت وكالة {body} ({code}) توفير {number} مقعدا للتدريب على {topic}.",
        "أشار المشاركون من {town} إلى نقص قطع الغيار اللازمة في مجال {topic}.",
        "بلغت ميزانية مكون {topic} نحو {number} ألف دولار حتى {date}.",
        "يرى معهد {body} أن {topic} بحاجة إلى موظفين دائمين.",
        "ناقش الحاضرون من يحتفظ بالسجلات في {town}.",
    ),
}
PLANTED = (
    (
        "The {subject} project received a grant of USD {money} from the regional bank.",
        "How much money did the {subject} project receive?",
        "{money}",
    ),
    (
        "{person} was appointed coordinator of the {subject} project.",
        "Who is the coordinator of the {subject} project?",
        "{person}",
    ),
    (
        "The secretariat of the {subject} network is located in {town}.",
        "Where is the secretariat of the {subject} network located?",
        "{town}",
    ),
    (
        "Within the {subject} survey, {number} households were interviewed.",
        "How many households were interviewed within the {subject} survey?",
        "{number}",
    ),
    (
        "Le secrétariat du réseau {subject} est dirigé par {person}.",
        "Qui dirige le secrétariat du réseau {subject} ?",
        "{person}",
    ),
    ("ترأس السيد {person} وفد شبكة {subject} في الاجتماع.", "من ترأس وفد شبكة {subject}؟", "{person}"),
)
"""A sentence, a question and what the answer must hold."""
