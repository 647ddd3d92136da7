import type { SpecialCategory } from './special-category-words.ts';

/**
 * The commonest words of other languages in Latin letters, as regular expressions over folded text, like the
 * English list. Words that are common names or everyday speech in some other language are left out.
 */
export const FOREIGN_WORDS: Readonly<Record<SpecialCategory, readonly string[]>> = {
  ORIENTATION: [
    'schwul(?:e|er|es|en|em)?|lesb(?:e|en|isch\\w*|iennes?|ianas?|icas?|iche)|homosexuel(?:l\\w*|s)?|homosexual(?:es|idad|idade)|homosexualitat|omosessual\\w*|bisexuel\\w*|bisexuales|bisessual\\w*|maric(?:on|ones|a)|gey',
  ],
  GENDER_IDENTITY: ['transgenero|transgenre|transessual\\w*|transexual\\w*|transsexuell\\w*|nichtbinar\\w*'],
  HEALTH: [
    'embarazad[ao]s?|embarazo|enceintes?|schwanger\\w*|incinta|gravida|fausse couche|enfermedad\\w*|depresion|depressionen|sobredosis|entziehungskur|alkoholi(?:ker|kerin|smus)',
    '(?:brust|haut|lungen|blut|hirn|darm|prostata)krebs|krebs(?:erkrankung|erkrankt|diagnose|krank)|an krebs|gegen krebs|cancro|tumore',
  ],
  RELIGION: [
    'musulman\\w*|muslimisch\\w*|moslems?|catolic[ao]s?|catholiques?|katholisch\\w*|katholik(?:en|in)?|evangelic[ao]s?|judi[ao]s?|juives?|judisch\\w*|athees?|testig[ao]s? de jehova',
  ],
  POLITICS: [
    'comunistas?|communistes?|kommunist(?:en|in)?|fascistas?|rechtsextrem\\w*|extreme droite|ultraderecha',
  ],
  CRIMINAL_ACCUSATION: [
    'arrestad[ao]s?|detenid[ao]s?|violador\\w*|asesin(?:o|a|ato|os)|vergewaltig\\w*|verhaftet|verurteilt|violeur\\w*|meurtri(?:er|ere)s?|carcel|gefangnis',
  ],
};

/** Words in other letters, as regular expressions over the text itself; Cyrillic and Arabic ones are whole words. */
export const OTHER_SCRIPTS: Readonly<Record<SpecialCategory, readonly string[]>> = {
  ORIENTATION: [
    '(?<!\\p{L})(?:ге(?:й|я|и|ем|ев|ю)|лесби\\p{L}*|гомосексуал\\p{L}*|бисексуал\\p{L}*)(?!\\p{L})',
    '(?<!\\p{L})(?:ال)?مثلي(?:ة|ين|ات|ون)?(?!\\p{L})',
    '同性[恋戀愛]|双性恋|雙性戀|レズビアン|(?<!\\p{Script=Katakana})ゲイ(?![\\p{Script=Katakana}ー])|동성애|게이(?!\\p{L})|레즈비언',
  ],
  GENDER_IDENTITY: [
    '(?<!\\p{L})транс(?:гендер|сексуал)\\p{L}*|跨性别|跨性別|変性|トランスジェンダー|트랜스젠더',
  ],
  HEALTH: ['(?<!\\p{L})беременн\\p{L}*|怀孕|懷孕|妊娠|癌症|艾滋病|抑郁症|임신|우울증'],
  RELIGION: ['(?<!\\p{L})мусульман\\p{L}*|穆斯林|基督徒|イスラム教徒'],
  POLITICS: ['共产党员|共產黨員'],
  CRIMINAL_ACCUSATION: [
    '(?<!\\p{L})(?:арестован\\p{L}*|изнасилова\\p{L}*|педофил\\p{L}*)|强奸|強姦|性侵|被捕|逮捕',
  ],
};
