import { stem } from './stem.ts';
import { wordsOf } from './words-of.ts';

const good =
  stems(`отличный отлично прекрасный прекрасно замечательный чудесный хороший хорошо лучший люблю нравится
понравилось понравился восторг рад счастлив спасибо рекомендую удобно удобный быстро вкусно супер идеально доволен довольна
классный великолепно качественный great good excellent amazing wonderful love loved like best happy glad perfect
recommend fast delicious awesome fantastic enjoy enjoyed pleased nice brilliant`);
const bad =
  stems(`плохой плохо ужасный ужасно отвратительный отвратительно худший ненавижу разочарован разочарована
разочарование сломан сломался сломалась медленно дорого грубо проблема жалоба обман брак бракованный верните кошмар
невкусно скучно неудобно грязно долго злой грустно bad terrible awful worst hate hated broken slow disappointed
disappointing rude problem complaint useless poor horrible angry sad boring dirty never fail failed`);

/** Whether a text praises or complains, by the words it uses; «не» turns the next word over. */
export function sentimentOf(text: string): 'positive' | 'negative' | 'neutral' {
  let balance = 0;
  let turned = false;
  for (const word of wordsOf(text)) {
    const stemmed = stem(word);
    const score = good.has(stemmed) ? 1 : bad.has(stemmed) ? -1 : 0;
    balance += turned ? -score : score;
    turned =
      /^(?:не|not|isn't|don't|didn't|wasn't|no)$/.test(word) ||
      (turned && /^(?:очень|very|so|так)$/.test(word));
  }
  if (balance === 0) return 'neutral';
  return balance > 0 ? 'positive' : 'negative';
}

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(stem));
}
