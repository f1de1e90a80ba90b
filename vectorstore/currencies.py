"""How sums of money are marked, in digits' company: signs, ISO codes, and the names of currencies in three languages."""

from __future__ import annotations

_CODES = (
    "USD EUR GBP CHF JPY CNY CAD AUD NZD SEK NOK DKK PLN CZK HUF RON TRY RUB UAH GEL AMD AZN KZT KGS UZS TJS TMT AFN PKR INR "
    "BDT LKR NPR MVR IDR MYR SGD THB VND PHP KRW BND SAR AED QAR KWD BHD OMR YER JOD ILS LBP SYP IQD IRR EGP SDG LYD TND DZD "
    "MAD MRU MRO XOF XAF XPF GMD GNF SLL SLE LRD GHS NGN KES UGX TZS RWF BIF ETB DJF SOS KMF MGA MUR SCR MZN ZMW ZAR BWP NAD "
    "MXN BRL ARS CLP COP GYD SRD FCFA CFA XDR"
)
_SIGNS = r"US\$|\$|€|£|¥|₦|₹|₺|₽"
_WORDS = (
    r"dollars?|euros?|dinars?|dirhams?|ri[yh]?als?|francs? cfa|f ?cfa|francs?|shillings?|pounds?|livres? sterling|rupees?|roupies?"
    r"|roubles?|rubles?|liras?|lires?|naira|cedis?|ringgits?|rupiahs?|tenge|manats?|takas?|birrs?|ouguiyas?|soms?|sums|yuans?|yens?|pesos?"
)
_ARABIC = (
    r"دولار(?:ا|ات|ين)?|يورو|دينار(?:ا|ين)?|دنانير|درهم(?:ا|ين)?|دراهم|ريال(?:ا|ات|ين)?|فرنك(?:ا|ات)?|شلن(?:ا|ات)?"
    r"|جنيه(?:ا|ات)?|لير(?:ة|ات)|روبي(?:ة|ات)|روبل(?:ا|ات)?|رينغيت|ليرات|أوقية|يوان"
)
_MARKS = "[\u064b-\u0652]*"
"""Vowel signs, which may end an Arabic word."""

CURRENCY = rf"(?:(?-i:(?<![A-Z]){'(?![A-Z])|(?<![A-Z])'.join(_CODES.split())}(?![A-Z]))|{_SIGNS}|(?:{_WORDS})(?![\w])|(?:{_ARABIC}){_MARKS}(?!\w))"
"""A pattern for what stands before or after a sum; for use with `re.IGNORECASE`, codes count in capitals only."""
