"""What the company's systems call things: every log has words and habits of its own, as in real life."""

from __future__ import annotations

# The occasion noted in each log, by touchpoint; "touchpoint/mood" where what happened has a word of its own.
CONTACT_CENTRE = {
    "phone_advice": "Beratung",
    "call_help": "Anliegen",
    "call_help/letter": "Rückfrage zu Schreiben",
    "call_help/letter_again": "Rückfrage zu Schreiben",
    "call_back": "Rückruf",
    "claim_call": "Schadenstand",
    "mortgage_call": "Baufinanzierung",
    "address_change": "Adressänderung",
    "card_block": "Kartensperre",
    "complaint": "Beschwerde",
    "renewal": "Verlängerung",
    "cancellation": "Kündigung",
}
APP_WEB = {
    "website_visit": "page_view",
    "rate_calculator": "calculator",
    "insurance_quote": "quote",
    "login": "login",
    "payment": "transfer",
    "chat": "chat",
    "address_change": "address_change",
    "renewal": "renewal",
    "account_opening": "account_opened",
    "identity_check": "identity_check",
    "card_block": "card_block",
    "complaint": "complaint",
    "cancellation": "cancellation",
    "final_payment_online": "final_payment",
    "final_payment_online/failed": "final_payment_rejected",
    "loan_history": "loan_history",
    "loan_history/failed": "loan_history_empty",
}
LETTERS = {
    "offer_letter": "Werbung",
    "mortgage_offer": "Angebot Baufinanzierung",
    "fee_letter": "Änderung der Konditionen",
    "card_delivery": "Kartenversand",
    "welcome": "Begrüßungspaket",
    "yearly_statement": "Jahresübersicht",
    "complaint": "Beschwerde (Eingang)",
    "complaint_answer": "Antwort auf Beschwerde",
    "renewal": "Verlängerung",
    "payoff": "Darlehen vollständig getilgt",
    "thank_you": "Dank und Glückwunsch",
    "cancellation": "Kündigung (Eingang)",
}
BRANCHES = {
    "branch_advice": "Beratung",
    "branch_counter": "Schalter",
    "bereavement": "Nachlass",
    "mortgage_signed": "Abschluss Baufinanzierung",
    "address_change": "Adressänderung",
    "account_opening": "Kontoeröffnung",
    "card_block": "Kartensperre",
    "complaint": "Beschwerde",
    "cancellation": "Kündigung",
}
ABOUT_LETTERS = CONTACT_CENTRE["call_help/letter"]
LOGS = {"phone": CONTACT_CENTRE, "web": APP_WEB, "app": APP_WEB, "letter": LETTERS, "branch": BRANCHES}
CHANNELS = {"phone": "Telefon", "web": "Web", "app": "App", "letter": "Brief", "branch": "Filiale"}
PROMISES = {
    "call_back_in_a_day": "Rückruf",
    "card_in_seven_days": "Karte",
    "complaint_in_five_days": "Beschwerde",
}
QUESTIONS = {"satisfied": "CSAT", "easy": "CES", "recommend": "NPS"}

# What the letter system calls the four personas.
SEGMENTS = {
    "digital_starter": "Digital",
    "family_at_home": "Haus und Familie",
    "self_employed": "Selbstständig",
    "loyal_for_decades": "Langjährig",
}
