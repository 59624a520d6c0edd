/** What a field is about, told by its name and description. */
export type FieldKind = keyof typeof kinds;

const kinds = {
  email: /e-?mail|электронн\p{L}+ адрес|почт[аыу]|имейл/iu,
  url: /\burls?\b|\buri\b|link|href|ссылк|website|webpage|адрес (?:страниц|сайт)/iu,
  phone: /phone|телефон|\btel\b|mobile/iu,
  expression: /expression|formula|equation|выражени|формул|\bmath\b/iu,
  origin:
    /^(?:from|origin|source|departure)(?:[ _-]?(?:city|airport|place|location))?$|departure|origin|откуда|отправлени/iu,
  destination:
    /^(?:to|destination|target|arrival)(?:[ _-]?(?:city|airport|place|location))?$|destination|arrival|куда|назначени|прибыти/iu,
  currency: /currenc|валют/iu,
  city: /city|cities|town|location|place|город|местоположени|местност|населённ|населенн|локаци/iu,
  country: /countr|стран[аыу]/iu,
  datetime: /date-?time|timestamp|дата и время|when|start_?(?:s|ed)?_?at|deadline/iu,
  date: /date|\bday\b|birthday|дат[аыу]|день(?! ?недел)/iu,
  time: /^time$|time(?!r|out|zone|s\b)|\bвремя\b|час начала/iu,
  sentiment: /sentiment|тональност|mood|настроени/iu,
  language: /language|\blang\b|язык|locale/iu,
  unit: /\bunits?\b|единиц/iu,
  person:
    /^(?:full_?|first_?|last_?|user_?|customer_?|author_?)?names?$|person|recipient|author|имя|фамилия|получател|автор|\bfio\b|фио|кому/iu,
  answer:
    /^(?:answer|reply|response|final_?answer|result|output|content|explanation|reasoning|thought|ответ|результат|пояснение|объяснение)$|answer to|ответ на|ответ пользовател/iu,
  query: /quer(?:y|ies)|search|question|keywords?|запрос|поиск|вопрос|ключев/iu,
  summary: /summary|abstract|gist|кратк\p{L}+|резюме|содержани/iu,
  title: /title|headline|subject|topic|heading|заголов|название|тема|предмет/iu,
  description: /description|details?|descr|описани|подробност|comment|комментари/iu,
  message: /message|text|body|note|content|prompt|сообщени|текст|заметк|содержим|напомин/iu,
  code: /^(?:code|script|snippet|program|source_?code)$|исходный код|программн\p{L}+ код/iu,
  identifier: /(?:^|[_\s-])id$|identifier|идентификатор|number$|номер|article|артикул|sku/iu,
} as const;

/** Whose `name` is a person's. */
const people =
  /^$|user|person|people|customer|client|author|character|employee|student|member|contact|patient|hero|guest|friend|speaker|candidate|профил|пользовател|клиент|автор|персонаж|сотрудник|студент|участник|гост|человек|люди|герой/iu;

/**
 * The first kind that the name fits, else the first that the description fits. A bare `name` or `title` is a
 * person's only where the field around it is one; `to` and `from` say less than their description.
 */
export function kindOf(name: string, description: string, parent = ''): FieldKind | undefined {
  const spelled = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2');
  if (/^(?:to|from|target|source)$/i.test(name))
    return matching(description.slice(0, 200)) ?? matching(spelled);
  const kind = matching(spelled) ?? matching(description.slice(0, 200));
  return kind === 'person' && /^name$/i.test(name) && !people.test(parent) ? 'title' : kind;
}

function matching(text: string): FieldKind | undefined {
  if (text === '') return undefined;
  for (const [kind, pattern] of Object.entries(kinds)) {
    if (pattern.test(text) && isKind(kind)) return kind;
  }
  return undefined;
}

function isKind(name: string): name is FieldKind {
  return name in kinds;
}
