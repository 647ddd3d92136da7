/** What is never recorded about anybody (living people's most private matters, and accusations of crimes). */
export const SPECIAL_CATEGORIES = [
  'ORIENTATION',
  'GENDER_IDENTITY',
  'HEALTH',
  'RELIGION',
  'POLITICS',
  'CRIMINAL_ACCUSATION',
] as const;
export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number];

/**
 * English words and phrases, as regular expressions over text that was folded to lower-case ASCII words with
 * one blank between them. A word stands alone only when it hardly ever means anything else; what also is a
 * name, a title or everyday speech ("straight", "church", "republican", "christian", "trans") needs a phrase
 * around it. Judgement, not literature: docs/adr/0005-no-special-categories.md says what was traded for what.
 */
export const SPECIAL_CATEGORY_WORDS: Readonly<Record<SpecialCategory, readonly string[]>> = {
  ORIENTATION: [
    'gays?|gayness|gaydar|lesbians?|lesbianism',
    '(?:bi|homo|hetero|pan|demi|poly|omni) ?sexual(?:s|ity|ly)?|asexual(?:s|ity)?(?! reproduction)',
    'sexual (?:orientation|preference|identity)s?|sexuality|sexualities',
    'queers?|queerness|sapphic|lgbt\\w*|bi ?curious|same sex attracted|achillean',
    '(?:is|am|was|are|im|as|openly|being|secretly) bi',
    '(?:is|am|are|as|identif(?:y|ies|ied) as|not|being|totally|completely) straight(?= (?:and|but|or|not|man|men|woman|women|guy|guys|male|female|actor|actress|ally)\\b|$)',
    'straight (?:man|men|woman|women|guy|male|female|actor|actress|ally|people)',
    '(?:came|come|comes|coming) out(?: of the closet| publicly| as)|outed as|closeted|in the closet',
  ],
  GENDER_IDENTITY: [
    'transgender(?:ed|ism)?|transsexual(?:s|ity)?|transvestites?|cisgender(?:ed)?|intersex',
    'trans (?:man|men|woman|women|male|female|person|people|actor|actress|boy|girl|masc|femme|identity)',
    '(?:is|am|as|being|openly) trans',
    'non ?binary|enby|gender ?(?:fluid|fluidity|queer|nonconforming|non conforming|dysphoria)|agender|bigender',
    'gender (?:identity|transition|reassignment|affirming)|misgender(?:ed|ing|s)?|dead ?nam(?:e|ed|ing)',
    'pronouns|assigned (?:male|female) at birth',
  ],
  HEALTH: [
    'cancer (?:diagnosis|diagnoses|treatment|patient|survivor|battle|scare)|(?:has|had|have|having|with|battl\\w+|breast|lung|skin|brain|prostate|ovarian|cervical|blood|of) cancer',
    'diagnos(?:is|es|ed|e|ing)(?! murder)|illness(?:es)?|diseases?|tumou?rs?|chemo|chemotherapy|leuka?emia|lymphoma|diabet(?:es|ic)',
    'hiv|(?:has|had|have|with|of) aids|herpes|stds?|epilep(?:sy|tic)|multiple sclerosis|parkinson s|alzheimer s|dementia',
    'mental (?:health|illness|breakdown)|mentally ill|nervous breakdown|panic attacks?|(?:clinical|postpartum|post natal) depression|depressed|depression|anxiety|bipolar|schizophreni\\w*|ptsd|ocd|adhd|autis(?:m|tic)|asperger s?',
    'suicid\\w+|self harm\\w*|overdos(?:e|ed|es|ing)|rehab|addict(?:s|ion|ions|ed to (?:drugs|alcohol|painkillers|pills))?|alcoholi(?:c|cs|sm)|sobriety',
    'anorexi\\w+|bulimi\\w+|eating disorders?|disabilit(?:y|ies)|terminally ill|seriously ill|heart attack|(?:suffered|had|has had) a stroke',
    'pregnan(?:t|cy|cies)|miscarriages?|miscarried|abortions?|infertil(?:e|ity)|ivf|hospitali[sz](?:ed|ation)|surger(?:y|ies)|transplants?|hysterectomy|medical condition',
  ],
  RELIGION: [
    'muslims?|islam|islamic|hindus?|hinduism|buddhis(?:t|ts|m)|sikhs?|sikhism|jew|jews|jewish|judaism',
    'catholic(?:s|ism)?|protestant(?:s|ism)?|evangelicals?|mormon(?:s|ism)?|jehovah s witness(?:es)?|latter day saints?|scientolog(?:y|ist|ists)|christianity|atheis(?:t|ts|m)|agnostic(?:s|ism)?|wiccan|kabbalah',
    'christians|(?:born again|devout|practi[sc]ing|committed|conservative|evangelical|lifelong|proud) christian|(?:is|am|as|was|became) a christian(?! (?:dior|louboutin|lacroix|bale|slater))|christian (?:faith|beliefs?|values)',
    'religio(?:n|ns|us|usly)|bapti[sz](?:ed|m)|bar mitzvah|bat mitzvah|converted to (?:islam|judaism|christianity|catholicism|buddhism|hinduism)',
    '(?:joined|attends?|attended|member of|members of) (?:the|a|his|her|their) church|(?:goes|go|going) to church|church (?:member|members|goer|goers)|churchgoers?|faith in god|religious faith',
  ],
  POLITICS: [
    '(?:a|an|registered|lifelong|staunch|proud|devoted|die hard|closet|is|votes?|voted|voting) (?:republican|democrat|tory|libertarian)(?! (?:senator|congress\\w*|governor|candidate|politician|representative|lawmaker|mayor|president|primary|convention|party|national))',
    '(?:republican|democrat|democratic|labour|tory|conservative|trump|biden|maga|brexit) (?:voter|voters|supporter|supporters|donor|donors)',
    'republicans|democrats|communis(?:t|ts|m)|marxis(?:t|ts|m)|socialis(?:t|ts|m)|fascis(?:t|ts|m)|(?:neo )?nazi(?:s|sm)?|(?:far|alt|hard) (?:right|left)|right wing(?:er|ers)?|left wing(?:er|ers)?|maga',
    'political (?:views?|beliefs?|opinions?|affiliations?|leanings?|party)|(?:is|as|was) a (?:liberal|conservative|leftist)(?! (?:estimate|dresser|choice|arts))|votes? for (?:trump|biden|labour|brexit)|voted for (?:trump|biden|labour|brexit|the)',
  ],
  CRIMINAL_ACCUSATION: [
    'arrested(?! development)|under arrest|arrest warrant|arrests|convicted|criminal (?:conviction|record|charges?|case)|criminally|indict(?:ed|ment|ments)|felon(?:y|ies|s)?|misdemeanou?rs?',
    'charged with (?:a |an )?(?:crime|dui|possession|assault|battery|murder|theft|fraud|rape|stalking|harassment|manslaughter|robbery)|(?:pleaded|pled|pleads|found|plea of) (?:not )?guilty|guilty of',
    'rap(?:ed|ist|ists|ing)|(?:of|for|alleged|with) rape|murder(?:ed|er|ers|ing)|(?:of|for|attempted|with) murder|manslaughter|molest\\w*|p(?:a)?edophil\\w*|traffick(?:ing|er|ed)',
    'sexual(?:ly)? (?:assault\\w*|abus\\w*|harass\\w*|misconduct)|assault(?:ed|ing|s)?|domestic (?:violence|abuse|battery)|(?:physically|verbally) abus\\w+|abusers?|abused|abusive|child abuse|restraining order',
    'accused of (?:stalking|stealing|theft|fraud|harassment|grooming|battery|abuse|violence)|(?:drunk|drink) driving|dui|drug (?:possession|dealing|dealer|charges?)|fraudsters?|(?:tax|wire|bank|securities) fraud|embezzle\\w*|shoplift\\w*|burglary|robbery|extortion|blackmail(?:ed|ing)?',
    '(?:in|to|from|of) (?:prison|jail)|jailed|imprisoned|prison (?:sentence|term)|jail (?:sentence|term)|mugshots?|grand jury',
  ],
};

/** Names of works that would trip the list; they are blanked before it is applied. */
export const HARMLESS_PHRASES: readonly string[] = [
  'queer eye',
  'queer as folk',
  'the gay divorcee',
  'gay paree',
  'grand theft auto',
  'arrested development',
  'cardiac arrest',
  'diagnosis murder',
  'tropic of cancer',
];

/** Words that name such a matter when they are a kind or a field: `orientation`, `HEALTH`, `politicalViews`. */
export const SPECIAL_CATEGORY_KEYS: Readonly<Record<SpecialCategory, readonly string[]>> = {
  ORIENTATION: [
    'orientation',
    'sexual',
    'sexuality',
    'sexualities',
    'sexual orientation',
    'straight',
    'bi',
    'coming out',
    'outed',
    'lgbt',
  ],
  GENDER_IDENTITY: [
    'gender',
    'genders',
    'gender identity',
    'sex',
    'pronoun',
    'pronouns',
    'trans',
    'transition',
  ],
  HEALTH: [
    'health',
    'medical',
    'medical condition',
    'diagnosis',
    'illness',
    'disease',
    'condition',
    'disability',
    'medication',
    'therapy',
    'mental health',
    'addiction',
    'cancer',
  ],
  RELIGION: [
    'religion',
    'religions',
    'religious',
    'faith',
    'belief',
    'beliefs',
    'denomination',
    'church',
    'confession',
    'christian',
  ],
  POLITICS: [
    'politics',
    'political',
    'party',
    'political party',
    'political views',
    'political affiliation',
    'party affiliation',
    'votes',
    'ideology',
    'republican',
    'democrat',
  ],
  CRIMINAL_ACCUSATION: [
    'crime',
    'crimes',
    'criminal',
    'criminal record',
    'accusation',
    'accusations',
    'accused',
    'accused of',
    'arrest',
    'arrests',
    'charge',
    'charges',
    'conviction',
    'convictions',
    'offence',
    'offense',
    'abuse',
    'assault',
    'murder',
    'rape',
  ],
};
