import { datesIn } from '../language/dates-in.ts';
import type { Asked } from './asked.ts';
import { inLanguage, type Skill } from './skill.ts';

const asksToday =
  /(?:какое|какой)\s+(?:сегодня|сейчас)\s+(?:число|день|дата|год|месяц)|какой (?:сейчас )?(?:день недели|год|месяц)\s*(?:сегодня|сейчас)?\s*\?*$|какая сегодня дата|сегодняшн\p{L}+ дат|what(?:'s| is) (?:the |today's )?(?:current )?(?:date|day)(?: is it)?(?: today)?|what (?:day|date|year) is it|today's date/iu;
const asksTime =
  /который (?:сейчас )?час|сколько (?:сейчас )?времени|what time is it|what(?:'s| is) the (?:current )?time/iu;
const asksWeekday =
  /как(?:ой|им) (?:это )?(?:был |будет )?(?:день|днём|днем)(?: недели)?|what day(?: of the week)?|which day/iu;
const asksBetween = /сколько дней|how many days/iu;
const dayMs = 86_400_000;

/** Today, the day of the week of a date, and the days between two. */
export const calendar: Skill = (asked) => {
  const { question, now } = asked;
  if (asksTime.test(question)) {
    const time = new Date(now).toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit' });
    return inLanguage(asked, `Сейчас ${time}.`, `It is ${time}.`);
  }
  const dates = datesIn(question, now);
  if (asksBetween.test(question))
    return daysBetween(
      asked,
      dates.map(({ day }) => day),
    );
  const [first] = dates;
  if (first !== undefined && asksWeekday.test(question)) return `${spellDay(asked, first.day)}.`;
  if (!asksToday.test(question)) return undefined;
  return inLanguage(
    asked,
    `Сегодня ${spellDay(asked, isoDay(now))}.`,
    `Today is ${spellDay(asked, isoDay(now))}.`,
  );
};

function daysBetween(asked: Asked, days: readonly string[]): string | undefined {
  const [first, second = isoDay(asked.now)] = days.length === 1 ? [isoDay(asked.now), days[0]] : days;
  if (first === undefined) return undefined;
  const count = Math.round(Math.abs(Date.parse(second) - Date.parse(first)) / dayMs);
  if (Number.isNaN(count)) return undefined;
  return inLanguage(
    asked,
    `${count} ${plural(count, 'день', 'дня', 'дней')}.`,
    `${count} ${count === 1 ? 'day' : 'days'}.`,
  );
}

function spellDay(asked: Asked, day: string): string {
  return new Date(`${day}T12:00:00Z`)
    .toLocaleDateString(inLanguage(asked, 'ru-RU', 'en-GB'), {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    .replace(/\s?г\.$/, ' года');
}

function isoDay(now: number): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())).toISOString().slice(0, 10);
}

/** The Russian form that goes with a count: 1 день, 2 дня, 5 дней. */
export function plural(count: number, one: string, few: string, many: string): string {
  const tail = Math.abs(count) % 100;
  if (tail > 10 && tail < 20) return many;
  if (tail % 10 === 1) return one;
  return tail % 10 >= 2 && tail % 10 <= 4 ? few : many;
}
