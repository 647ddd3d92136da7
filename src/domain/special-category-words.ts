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
    'gays?|g a y|gayness|gaydar|lesbians?|lesbianism|homos?(?! (?:sapiens|erectus))|openly ?(?:gay|lesbian|queer|bi|trans)',
    '(?:bi|homo|hetero|pan|demi|poly|omni) ?sexual(?:s|ity|ly)?|asexual(?:s|ity)?(?! reproduction)',
    'sexual (?:orientation|preference|identity)s?|sexuality|sexualities',
    'queers?|queerness|sapphic|lgbt\\w*|bi ?curious|same sex attracted|achillean',
    '(?:is|am|was|are|im|as|openly|being|secretly) bi',
    '(?:is|am|are|as|identif(?:y|ies|ied) as|not|being|totally|completely) straight(?= (?:and|but|or|not|man|men|woman|women|guy|guys|male|female|actor|actress|ally)\\b|$)',
    'straight (?:man|men|woman|women|guy|male|female|actor|actress|ally|people)',
    '(?:came|come|comes|coming) out(?: of the closet| publicly| as| to (?:his|her|their|my) (?:parents|family|mother|mom|mum|father|dad|friends|fans))|outed (?:as|him|her|them)|(?:was|were|been|being|got|gets) outed|closeted|in the closet',
    // Films come out too, but seldom at the end of a sentence about a person; "the film came out" is let through.
    '(?<!\\b(?:film|movie|album|single|song|book|show|series|season|record|trailer|video|it|which|that) )came out (?:last|this) (?:year|month|week|spring|summer|autumn|fall|winter)|(?:he|she|they) came out in (?:19|20)\\d\\d',
    '(?:only|exclusively|prefers?) (?:(?:dates?|dating|dated|sleeps? with|into|likes?|loves?) )?(?:men|women|girls|boys|guys)|(?:dates?|dating|dated|likes?|loves?|into|attracted to) (?:(?:both )?(?:men and women|women and men|girls and boys|boys and girls)|both (?:sexes|genders))|attracted to (?:men|women)',
    'swings? both ways|(?:plays|bats) for the other team',
  ],
  GENDER_IDENTITY: [
    'transgender(?:ed|ism)?|transsexual(?:s|ity)?|transvestites?|cisgender(?:ed)?|intersex',
    'trans (?:man|men|woman|women|male|female|person|people|actor|actress|boy|girl|masc|femme|identity)',
    '(?:is|am|as|being|openly) trans',
    'non ?binary|enby|gender ?(?:fluid|fluidity|queer|nonconforming|non conforming|dysphoria)|agender|bigender',
    'gender (?:identity|transition|reassignment|affirming)|misgender(?:ed|ing|s)?|dead ?nam(?:e|ed|ing)',
    'pronouns|assigned (?:male|female) at birth|born (?:as )?(?:a )?(?:man|woman|male|female)|sex change',
    'transitioned (?:in (?:19|20)\\d\\d|last year|(?:from|to) (?:a )?(?:man|woman|male|female))',
  ],
  HEALTH: [
    '(?<!\\ba )cancers?(?! (?:season|horoscope|zodiac|sun|moon|rising))|cancer (?:patient|survivor|diagnosis|scare)',
    'diagnos(?:is|es|ed|e|ing)(?! murder)|illness(?:es)?|diseases?|tumou?rs?|chemo|chemotherapy|leuka?emia|lymphoma|diabet(?:es|ic)',
    'hiv|(?:has|had|have|with|of) aids|herpes|chlamydia|gonorrho?ea|syphilis|stds?|(?:has|had|have|having|with|got|caught|contracted|battl\\w+|for|tests?|tested) (?:positive for )?(?:covid|coronavirus)|epilep(?:sy|tic)|multiple sclerosis|parkinson s|alzheimer s|dementia',
    'mental (?:health|illness|breakdown)|mentally ill|nervous breakdown|panic attacks?|(?:clinical|postpartum|post natal) depression|depressed|depression|anxiety|bipolar|schizophreni\\w*|ptsd|ocd|adhd|autis(?:m|tic)|asperger s?',
    'suicid(?!e squad\\b)\\w+|self harm\\w*|overdos(?:e|ed|es|ing)|rehab|addict(?:s|ion|ions|ed to (?:drugs|alcohol|painkillers|pills))?|alcoholi(?:c|cs|sm)|sobriety|relaps(?:e|ed|es|ing)|(?:is|am|are|was|been|being|got|gets|getting|stays?|staying|stayed|now|newly|years|months) sober|sober (?:now|since|life|living)',
    'anti ?depressants?|on (?:medication|meds|steroids)|(?:in|into|to|starts?|started|seeks?|sought|undergo\\w*|attend\\w*) therapy|psychotherapy|(?:heroin|cocaine|crack|meth|opioids?|ketamine|fentanyl|drug|steroid) (?:users?|use|habit|abuse|binge|problems?|addict\\w*)',
    '(?:uses?|used|using|do|does|did|doing|takes?|took|taking|on|snort\\w*|smok\\w*|inject\\w*) (?:heroin|cocaine|crack|meth|ketamine|drugs|steroids)',
    'anorexi\\w+|bulimi\\w+|eating disorders?|disabilit(?:y|ies)|(?:is|are|am|was|were|being|as) disabled|disabled (?:actor|actress|singer|star|person|people|man|woman|son|daughter|child)|wheelchair|terminally ill|seriously ill|heart attack|(?:suffered|had|has had) a stroke',
    'pregnan(?:t(?! pauses?\\b)|cy|cies)|expecting (?:(?:a|an|another|her|his|their|its|our|my) )?(?:(?:first|second|third|fourth|fifth|new) )?(?:baby|babies|child|children|twins|triplets|daughter|son|boy|girl)|baby bumps?|(?:growing|burgeoning|blooming) bump|miscarriages?|miscarried|abortions?|infertil(?:e|ity)|ivf|hospitali[sz](?:ed|ation)|surger(?:y|ies)|(?:nose|boob|breast|butt) (?:jobs?|lifts?|implants?|augmentation|reduction)|face ?lift|rhinoplasty|liposuction|botox|(?:kidney|heart|brain|liver|lung|spinal|bladder|medical|surgical|cosmetic) (?:procedures?|operations?|failure|infection|problems?)|transplants?|hysterectomy|medical condition',
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
    'republicans|democrats|communis(?:t|ts|m)|marxis(?:t|ts|m)|socialis(?:t|ts|m)|fascis(?:t|ts|m)|(?:neo )?nazi(?:s|sm)?|(?:far|alt|hard) (?:right|left)|white (?:suprem\\w+|nationalis\\w+|power)|right wing(?:er|ers)?(?! of (?:the|a)\\b)|left wing(?:er|ers)?(?! of (?:the|a)\\b)|maga',
    'political (?:views?|beliefs?|opinions?|affiliations?|leanings?|party)|(?:is|as|was) a (?:liberal|conservative|leftist)(?! (?:estimate|dresser|choice|arts))|vot(?:e|es|ed|ing) (?:for )?(?:donald )?(?:trump|biden|obama|labour|tory|brexit|reform uk)|voted for the|(?:support|endors|back)(?:e|es|s|ed|ing)? (?:donald |joe |barack )?(?:trump|biden|obama|brexit)',
  ],
  CRIMINAL_ACCUSATION: [
    'arrested(?! development)|under arrest|arrest warrant|arrests|convicted|criminal (?:conviction|record|charges?|case)|criminally|indict(?:ed|ment|ments)|felon(?:y|ies|s)?|misdemeanou?rs?',
    'charged with (?:a |an )?(?:crime|dui|possession|assault|battery|murder|theft|fraud|rape|stalking|harassment|manslaughter|robbery)|(?:pleaded|pled|pleads|found|plea of) (?:not )?guilty|guilty of',
    'rap(?:e|es|ed|ist|ists|ing)|murder(?:ed|er|ers|ing)|(?:of|for|attempted|with) murder|manslaughter|molest\\w*|pa?edos?|pa?edophil\\w*|traffick(?:ing|er|ed)',
    'sex(?:ual|ually)? (?:assault\\w*|abus\\w*|harass\\w*|misconduct|crimes?|offen[cs]es?|offenders?|predators?|attacks?|pest)|assault(?:ed|ing|s)?(?! on precinct\\b)|domestic (?:violence|abuse|battery)|(?:physically|verbally) abus\\w+|abusers?|abused|abusive|child abuse|restraining order|harass(?:e[ds]|ing|er|ers|ment)?(?! (?:by|from) (?:(?:the|a|her|his|their) )?(?:paparazzi|photographers|press|media|reporters|fans|trolls)\\b)',
    '(?:beat|beats|beaten|beating|punched|slapped|strangled|choked|stabbed) (?:up )?(?:a|his|her|their) (?:\\w+ )?(?:wife|husband|girlfriend|boyfriend|partner|lover|ex|kids?|children|child|son|daughter|fiancee?|mother|father|man|woman)(?! (?:to|at|in|record|time|score)\\b)|kill(?:s|ed|ing) (?:a|an|his|her|their|another|two|three) (?:\\w+ )?(?:man|men|woman|women|wife|husband|girlfriend|boyfriend|child|children|person|people|girl|boy|cop|officer|pedestrian|driver|mother|father)',
    '(?<!\\bwell )groom(?:s|ed|ing|er) (?:a |an |the |his |her |their )?(?:\\w+ )?(?:teen\\w*|minors?|girls?|boys?|child|children|kids?|fans?|students?|year old)|(?:was|were|been|being) groomed|child porn\\w*|revenge porn|prostitut\\w*|sex workers?|terroris(?:m|ts?)(?! attacks?\\b)|thie(?:f|ves)',
    'accused of (?:stalking|stealing|theft|fraud|harassment|grooming|battery|abuse|violence)|(?:drunk|drink) driving|dui|drug (?:possession|dealing|dealer|charges?)|fraudsters?|frauds?|fraudulent\\w*|embezzle\\w*|shoplift\\w*|burglary|robbery|extortion|blackmail(?:ed|ing)?',
    '(?:in|to|from|of) (?:prison|jail)|jailed|behind bars|inmates?|incarcerat\\w+|(?:on|violat\\w+) (?:probation|parole)|imprisoned|prison (?:sentence|term)|jail (?:sentence|term)|mugshots?|grand jury',
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
  'how to get away with murder',
  'murder she wrote',
  'tropic of cancer',
  'mane addicts?',
  'the (?:book|lightning|identity) thief',
  'bicycle thieves',
  '(?:prince of|honor among|honour among) thieves',
  'to catch a thief',
];
