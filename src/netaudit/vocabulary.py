"""The fixed answer codes of the canonical export, each with the words people read.

The order of a vocabulary is the order in which its codes are shown.
"""

import re

Vocabulary = dict[str, str]

YES_NO: Vocabulary = {"yes": "Yes", "no": "No"}
YES_NO_NOT_SURE: Vocabulary = {**YES_NO, "not_sure": "Not sure"}
SAME_DIFFERENT: Vocabulary = {
    "same": "Same as me",
    "different": "Different from me",
    "unknown": "Not known",
    "prefer_not": "Prefer not to say",
}

VOCABULARIES: dict[str, Vocabulary] = {
    "yes_no": YES_NO,
    "participant_status": {
        "active": "Active",
        "completed": "Completed",
        "withdrawn": "Withdrawn",
    },
    "scheme_role": {
        "mentee": "Mentee",
        "mentor": "Mentor",
        "both": "Both",
        "none": "No role",
    },
    "contacts_status": {
        "complete": "List complete",
        "partial": "List partly filled in",
        "none_to_name": "Nobody to name",
        "not_done": "Not done",
    },
    "ties_status": {
        "all_pairs_asked": "Every pair asked",
        "positive_only_complete": "Only ties recorded, section complete",
        "partial": "Partly filled in",
        "not_asked": "Not asked",
    },
    "completed_with": {
        "alone": "Alone",
        "with_mentor": "With the mentor",
        "facilitated": "In a facilitated session",
    },
    "list_kind": {"core": "Core contact", "weak_tie": "Weak tie"},
    "affiliation": {
        "same_team": "Same team",
        "same_org": "Same organisation",
        "other_org_same_sector": "Other organisation, same sector",
        "other_org_other_sector": "Other organisation, other sector",
        "outside_work": "Outside work",
        "unknown": "Not known",
    },
    "seniority": {
        "more_junior": "More junior",
        "same_level": "Same level",
        "more_senior": "More senior",
        "not_applicable": "Does not apply",
        "unknown": "Not known",
    },
    "distance": {
        "same_site": "Same site",
        "same_city_region": "Same city or region",
        "same_country": "Same country",
        "other_country": "Other country",
        "unknown": "Not known",
    },
    "gender_rel": SAME_DIFFERENT,
    "ethnicity_rel": SAME_DIFFERENT,
    "age_rel": {
        "younger_10plus": "Ten or more years younger",
        "within_10": "Within ten years",
        "older_10plus": "Ten or more years older",
        "unknown": "Not known",
        "prefer_not": "Prefer not to say",
    },
    "frequency": {
        "daily": "Daily",
        "weekly": "Weekly",
        "monthly": "Monthly",
        "quarterly": "Quarterly",
        "yearly_or_less": "Yearly or less",
    },
    "first_known": {
        "current_role": "In the current role",
        "previous_role": "In a previous role",
        "education": "In education",
        "this_programme": "In this programme",
        "professional_body_or_event": "Through a professional body or event",
        "introduced": "Through an introduction",
        "personal_life": "In personal life",
        "online": "Online",
        "unknown": "Not known",
    },
    "support_direction": {
        "i_get": "I get support",
        "i_give": "I give support",
        "both": "Both ways",
        "unknown": "Not known",
    },
    "yes_no_not_sure": YES_NO_NOT_SURE,
    "knowledge_flow": {
        "i_get": "I get knowledge",
        "i_give": "I give knowledge",
        "both": "Both ways",
        "none": "Neither",
        "unknown": "Not known",
    },
    "activation": {"active": "Active", "dormant": "Dormant", "not_yet": "Not yet"},
    "purpose": {
        "operational": "Operational",
        "personal": "Personal",
        "strategic": "Strategic",
    },
    "reason": {
        "task_information": "Information for the task",
        "task_achievement": "Getting the task done",
        "career": "Career",
        "development": "Development",
        "mutual_support": "Mutual support",
    },
    "tie": {
        "do_not_know": "Do not know each other",
        "acquainted": "Acquainted",
        "work_closely": "Work closely",
        "unknown": "Not known",
    },
    "mentoring_role": {"mentee": "Mentee", "mentor": "Mentor", "both": "Both"},
    "mentoring_type": {
        "sponsorship": "Sponsorship",
        "developmental": "Developmental",
        "reverse": "Reverse",
        "reciprocal": "Reciprocal",
        "peer": "Peer",
        "other": "Other",
        "unknown": "Not known",
    },
    "formality": {"formal": "Formal", "informal": "Informal"},
    "mode": {"face_to_face": "Face to face", "virtual": "Virtual", "hybrid": "Hybrid"},
    "scope": {"narrow": "Narrow", "broad": "Broad"},
    "mentor_source": {
        "former_boss": "Former boss",
        "former_teacher": "Former teacher",
        "coworker_other_department": "Colleague in another department",
        "immediate_circle_other": "Others in the immediate circle",
        "professional_body": "Professional body",
        "friend_of_friend": "Friend of a friend",
        "accredited_programme": "Accredited programme",
        "linkedin": "LinkedIn",
        "programme_matched": "Matched by the programme",
        "other": "Other",
    },
    "approach": {
        "email": "E-mail",
        "linkedin_or_platform": "Message on a platform",
        "introduced_by_colleague": "Introduced by a colleague",
        "in_person": "In person",
        "programme_matched": "Matched by the programme",
        "they_approached_me": "They approached me",
        "other": "Other",
    },
    "social_system": {
        "current_org": "Current organisation",
        "other_org": "Other organisation",
        "professional_body": "Professional body",
        "education": "Education",
        "community_or_family": "Community or family",
        "this_programme": "This programme",
    },
    "reflection_item": {
        "strength": "Strength",
        "weakness": "Weakness",
        "question": "Reflection question",
        "preparation": "Preparation question",
    },
    "activity": {
        "internal_external_opportunities": "Use opportunities inside and outside",
        "active_role_at_events": "Take an active role at events",
        "social_media": "Share interests on social media",
        "own_community": "Start a community of interest",
        "extracurricular": "Take up something outside work",
        "multiple_mentors": "Look for several mentors",
        "offer_to_mentor": "Offer to mentor",
    },
    "activity_status": {
        "not_for_me": "Not for me",
        "planned": "Planned",
        "doing": "Doing",
        "done": "Done",
    },
    "action_status": {
        "planned": "Planned",
        "in_progress": "In progress",
        "done": "Done",
        "dropped": "Dropped",
    },
    "pattern": {
        "birds_of_a_feather": "Birds of a feather",
        "network_lag": "Network lag",
        "echo_chamber": "Echo chamber",
        "pigeonholing": "Pigeonholing",
    },
    "theme": {
        "variety": "Variety",
        "similarity": "Similarity",
        "bridging": "Links between groups",
        "closed_circle": "Closed circle",
        "trust": "Closeness and trust",
        "support": "Support",
        "sponsorship": "Seniors and sponsors",
        "external_reach": "Reach outside",
        "future_fit": "Fit with the future",
        "seen_in_one_role": "Seen in one role",
        "getting_things_done": "Getting things done",
        "personal_growth": "Personal growth",
        "longer_view": "The longer view",
        "over_reliance": "Over-reliance",
        "time": "Time and capacity",
        "other": "Other",
    },
    "exchange_format": {
        "gathering": "Gathering",
        "newsletter": "Newsletter",
        "forum": "Forum",
        "roundtable": "Roundtable",
        "other": "Other",
    },
    "exchange_role": {
        "organise": "Organise",
        "contribute": "Contribute",
        "attend": "Attend",
    },
    "cohort_relation": {
        "know": "Know",
        "sought_advice": "Sought advice from",
        "worked_together": "Worked together",
        "introduced_someone": "Introduced someone to",
    },
}

OWN_VOCABULARIES: dict[str, Vocabulary] = {
    "knowing": {"why": "Knowing why", "how": "Knowing how", "whom": "Knowing whom"},
    "developmental_type": {
        "entrepreneurial": "Entrepreneurial",
        "opportunistic": "Opportunistic",
        "traditional": "Traditional",
        "receptive": "Receptive",
    },
    "mentor_gap": {
        "no_mentor": "Nobody mentors you at present",
        "why": "Nobody for the why",
        "how": "Nobody for the how",
        "whom": "Nobody for the whom",
        "no_sponsor": "Nobody who opens doors",
        "only_internal": "Everybody is from your own organisation",
        "only_programme": "Everybody came through the programme",
        "only_formal": "Everything is formal",
        "only_receiving": "You receive, and do not give yet",
    },
    "mentoring_context": {
        "professional_career_development": "Your next step at work",
        "sector_knowledge": "Your field",
        "political_environment": "How decisions are made",
        "skills_development": "A skill",
        "confidence_self_esteem": "Your confidence",
        "managing_change": "A change",
    },
    "logic_box": {
        "inputs": "What goes in",
        "activities": "What is done",
        "outputs": "What there is at once",
        "outcomes": "What changes in people and their networks",
        "impact": "What that is good for",
    },
    "evaluation_level": {
        "reaction": "Reaction",
        "learning": "Learning",
        "behaviour": "Behaviour",
        "results": "Results",
    },
}
"""Codes that netaudit itself gives, and that no export holds."""


def label(vocabulary: str, code: str | None) -> str:
    """The words for a code; free codes and unlisted ones read as they stand."""
    if code is None:
        return ""
    words = VOCABULARIES.get(vocabulary) or OWN_VOCABULARIES.get(vocabulary, {})
    return words.get(code) or readable(code)


SPELLINGS = {"followup": "follow-up"}
"""Codes that are written otherwise in a text."""


def readable(code: str) -> str:
    """A free code as people read it: `operations_lead` is `Operations lead`, `30_39` is `30–39`."""
    code = SPELLINGS.get(code, code)
    words = re.sub(r"(?<=\d)_(?=\d)", "–", code).replace("_", " ").strip()
    return words[:1].upper() + words[1:]
