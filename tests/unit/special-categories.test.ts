import { describe, expect, test } from 'vitest';
import {
  specialCategoryError,
  specialCategoryOf,
  specialCategoryOfKey,
} from '../../src/domain/special-categories.ts';

describe('a text that speaks of a special category is recognised', () => {
  test.each([
    ['she came out as a lesbian', 'ORIENTATION'],
    ['his BISEXUALITY', 'ORIENTATION'],
    ['bi-sexual', 'ORIENTATION'],
    ['Bísexual', 'ORIENTATION'],
    ['bi\u200bsexual', 'ORIENTATION'],
    ['is he gay?', 'ORIENTATION'],
    ['"I am straight"', 'ORIENTATION'],
    ['he is openly bi', 'ORIENTATION'],
    ['the LGBTQ+ actor', 'ORIENTATION'],
    ['outed as queer', 'ORIENTATION'],
    ['questions about their sexuality', 'ORIENTATION'],
    ['ｇａｙ', 'ORIENTATION'],
    ['identifies as non-binary', 'GENDER_IDENTITY'],
    ['a trans woman', 'GENDER_IDENTITY'],
    ['asked about pronouns', 'GENDER_IDENTITY'],
    ['was diagnosed last year', 'HEALTH'],
    ['checked into rehab', 'HEALTH'],
    ['talks about mental health', 'HEALTH'],
    ['battling cancer', 'HEALTH'],
    ['is pregnant', 'HEALTH'],
    ['is a devout Catholic', 'RELIGION'],
    ['converted to Judaism', 'RELIGION'],
    ['both are Scientologists', 'RELIGION'],
    ['joined the church', 'RELIGION'],
    ['is a Christian', 'RELIGION'],
    ['a registered Republican', 'POLITICS'],
    ['voted for Trump', 'POLITICS'],
    ['his political views', 'POLITICS'],
    ['was arrested in May', 'CRIMINAL_ACCUSATION'],
    ['accused of domestic violence', 'CRIMINAL_ACCUSATION'],
    ['pleaded guilty', 'CRIMINAL_ACCUSATION'],
    ['convicted', 'CRIMINAL_ACCUSATION'],
    ['Ada came out last year', 'ORIENTATION'],
    ['only dates women', 'ORIENTATION'],
    ['prefers women', 'ORIENTATION'],
    ['swings both ways', 'ORIENTATION'],
    ['is a homo', 'ORIENTATION'],
    ['openlygay', 'ORIENTATION'],
    ['g.a.y.', 'ORIENTATION'],
    ['was outed', 'ORIENTATION'],
    ['ist schwul', 'ORIENTATION'],
    ['lesbisch', 'ORIENTATION'],
    ['homosexuell', 'ORIENTATION'],
    ['est homosexuelle', 'ORIENTATION'],
    ['maricón', 'ORIENTATION'],
    ['он гей', 'ORIENTATION'],
    ['лесбиянка', 'ORIENTATION'],
    ['他是同性恋', 'ORIENTATION'],
    ['هو مثلي', 'ORIENTATION'],
    ['transitioned in 2019', 'GENDER_IDENTITY'],
    ['was born a man', 'GENDER_IDENTITY'],
    ['has chlamydia', 'HEALTH'],
    ['has COVID-19', 'HEALTH'],
    ['is disabled', 'HEALTH'],
    ['uses a wheelchair', 'HEALTH'],
    ['is sober now', 'HEALTH'],
    ['relapsed', 'HEALTH'],
    ['on antidepressants', 'HEALTH'],
    ['in therapy', 'HEALTH'],
    ['heroin user', 'HEALTH'],
    ['uses cocaine', 'HEALTH'],
    ['expecting a baby', 'HEALTH'],
    ['baby bump', 'HEALTH'],
    ['nose job', 'HEALTH'],
    ['kidney procedure', 'HEALTH'],
    ['está embarazada', 'HEALTH'],
    ['enceinte', 'HEALTH'],
    ['schwanger', 'HEALTH'],
    ['tiene cáncer', 'HEALTH'],
    ['es musulmán', 'RELIGION'],
    ['votes Labour', 'POLITICS'],
    ['supports Trump', 'POLITICS'],
    ['a white supremacist', 'POLITICS'],
    ['beat her husband', 'CRIMINAL_ACCUSATION'],
    ['killed a man', 'CRIMINAL_ACCUSATION'],
    ['is a thief', 'CRIMINAL_ACCUSATION'],
    ['a fraud', 'CRIMINAL_ACCUSATION'],
    ['a pedo', 'CRIMINAL_ACCUSATION'],
    ['groomed a teen', 'CRIMINAL_ACCUSATION'],
    ['harassed her', 'CRIMINAL_ACCUSATION'],
    ['a terrorist', 'CRIMINAL_ACCUSATION'],
    ['a prostitute', 'CRIMINAL_ACCUSATION'],
    ['behind bars', 'CRIMINAL_ACCUSATION'],
    ['child porn', 'CRIMINAL_ACCUSATION'],
    ['sex abuse', 'CRIMINAL_ACCUSATION'],
    ['a story of rape', 'CRIMINAL_ACCUSATION'],
  ])('%s', (text, category) => {
    expect(specialCategoryOf(text)).toBe(category);
  });
});

describe('a text that only sounds like one is not', () => {
  test.each([
    'reportedly dating Marvin Gaye',
    'Gayle King and Gaylord',
    'went straight to series',
    'got their facts straight',
    'Charlotte Church and Eric Church',
    'married in a small church in Rome',
    'Christian Bale and Christian Dior',
    'a Christian Dior gown',
    'dating a Republican senator',
    'OneRepublic',
    'Tropic of Cancer',
    'the Trans-Siberian railway',
    'a conservative estimate',
    'Arrested Development co-stars',
    'he aids her career',
    'Queer Eye host',
    'a sexual relationship',
    'went to the same party',
    'a charged atmosphere',
    'Faith Hill and Tim McGraw',
    'there is nothing in the photo that says they are dating',
    'neither has publicly said that they are in a relationship',
    'accused of cheating',
    'a heart-to-heart',
    'transatlantic romance',
    'bisected',
    'the film came out last year',
    'transitioned to acting',
    'the Suicide Squad premiere',
    'Assault on Precinct 13',
    'the right wing of the palace',
    'a pregnant pause',
    'hair masks of Mane Addicts',
    'The Book Thief',
    'is a Cancer',
    'beat her ex to the altar',
    'a well-groomed boy',
    'harassed by paparazzi',
    'they ate together',
    'ゲイリー・オールドマン',
    '',
  ])('%s', (text) => {
    expect(specialCategoryOf(text)).toBeNull();
  });

  test('the full name of somebody in the file does not count, a single word does', () => {
    expect(specialCategoryOf('Roxane Gay is engaged')).toBe('ORIENTATION');
    expect(specialCategoryOf('Roxane Gay is engaged', ['Roxane Gay'])).toBeNull();
    expect(specialCategoryOf('he is gay', ['Gay'])).toBe('ORIENTATION');
  });
});

describe('kinds and fields', () => {
  test.each([
    ['ORIENTATION', 'ORIENTATION'],
    ['SEXUAL_ORIENTATION', 'ORIENTATION'],
    ['sexuality', 'ORIENTATION'],
    ['IS_GAY', 'ORIENTATION'],
    ['gender', 'GENDER_IDENTITY'],
    ['genderIdentity', 'GENDER_IDENTITY'],
    ['HEALTH', 'HEALTH'],
    ['mentalHealth', 'HEALTH'],
    ['RELIGION', 'RELIGION'],
    ['politicalViews', 'POLITICS'],
    ['ACCUSED_OF', 'CRIMINAL_ACCUSATION'],
  ])('%s is refused', (key, category) => {
    expect(specialCategoryOfKey(key)).toBe(category);
  });

  test.each([
    'DATING',
    'MARIED',
    'NEIGHBOURS',
    'network',
    'birthDate',
    'attributedTo',
    'evidence',
    'onRecord',
  ])('%s is not', (key) => {
    expect(specialCategoryOfKey(key)).toBeNull();
  });
});

test('the error has its code and says what to do', () => {
  const error = specialCategoryError('quote of claim/1', 'GENDER_IDENTITY');
  expect(error.code).toBe('SPECIAL_CATEGORY');
  expect(error.message).toBe(
    'Expected quote of claim/1 to be about a relationship, but got something about gender identity',
  );
  expect(error.hint).toMatch(/Leave the text out/);
});

test('a long text costs little', () => {
  const text = 'they are dating and straight away a trans atlantic church of '.repeat(2000);
  expect(specialCategoryOf(text)).toBeNull();
});
