import {countCoins} from './public/coins.js';

/** The languages of the partner's page. */
export const LANGUAGES = ['en', 'th', 'ar', 'de', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What every language has words for. */
const ENGLISH = {
  'sold-out': 'Somebody was faster: this reward is sold out.',
  'balance-short': 'You need {coins} more for this reward.',
  'limit-reached': 'You have redeemed this reward as often as one person may for now.',
  'not-allowed': 'This reward is for other members.',
  'store-closed': 'The store is closed at the moment. Please come back later.',
  'not-offered': 'This reward is no longer offered.',
  'information-missing': 'We need all of the details that this reward asks for.',
};

/** Why a member does not get a reward. */
export type Refusal = keyof typeof ENGLISH;

const WORDS: Readonly<Record<Language, Readonly<Record<Refusal, string>>>> = {
  en: ENGLISH,
  th: {
    'sold-out': 'มีคนเร็วกว่า ของรางวัลนี้หมดแล้ว',
    'balance-short': 'คุณต้องมีอีก {coins} จึงจะแลกของรางวัลนี้ได้',
    'limit-reached': 'คุณแลกของรางวัลนี้ครบจำนวนที่กำหนดต่อคนในช่วงนี้แล้ว',
    'not-allowed': 'ของรางวัลนี้สำหรับสมาชิกกลุ่มอื่น',
    'store-closed': 'ร้านปิดอยู่ในขณะนี้ โปรดกลับมาใหม่ภายหลัง',
    'not-offered': 'ของรางวัลนี้ไม่มีให้แลกแล้ว',
    'information-missing': 'โปรดกรอกข้อมูลทั้งหมดที่จำเป็นสำหรับของรางวัลนี้',
  },
  ar: {
    'sold-out': 'سبقك غيرك: نفدت هذه المكافأة.',
    'balance-short': 'ينقصك للحصول على هذه المكافأة: {coins}.',
    'limit-reached': 'استبدلت هذه المكافأة بقدر ما يُسمح به للشخص الواحد في الوقت الحالي.',
    'not-allowed': 'هذه المكافأة مخصصة لأعضاء آخرين.',
    'store-closed': 'المتجر مغلق حاليًا. نرجو أن تعود لاحقًا.',
    'not-offered': 'لم تعد هذه المكافأة متاحة.',
    'information-missing': 'نحتاج إلى جميع البيانات التي تتطلبها هذه المكافأة.',
  },
  de: {
    'sold-out': 'Jemand war schneller: Diese Prämie ist vergriffen.',
    'balance-short': 'Für diese Prämie fehlen dir noch {coins}.',
    'limit-reached': 'Du hast diese Prämie vorerst so oft eingelöst, wie eine Person es darf.',
    'not-allowed': 'Diese Prämie ist für andere Mitglieder.',
    'store-closed': 'Der Laden ist gerade geschlossen. Schau bitte später wieder vorbei.',
    'not-offered': 'Diese Prämie gibt es nicht mehr.',
    'information-missing': 'Wir brauchen alle Angaben, nach denen diese Prämie fragt.',
  },
  ja: {
    'sold-out': 'ひと足違いで、この特典は品切れになりました。',
    'balance-short': 'この特典にはあと{coins}必要です。',
    'limit-reached': 'この特典は、現在お一人様の上限まで交換済みです。',
    'not-allowed': 'この特典は、ほかの会員の方が対象です。',
    'store-closed': 'ストアは現在休業中です。時間をおいてからもう一度お越しください。',
    'not-offered': 'この特典の提供は終了しました。',
    'information-missing': 'この特典に必要な情報をすべてご入力ください。',
  },
};

/** A refusal in words, with how many coins are missing where that is why. */
export function wordsFor(refusal: Refusal, language: Language, missing = 0): string {
  return WORDS[language][refusal].replace('{coins}', countCoins(missing, language));
}

/** Whether there are words for what the store service calls its reason. */
export const isRefusal = (reason: unknown): reason is Refusal =>
  typeof reason === 'string' && Object.hasOwn(ENGLISH, reason);
