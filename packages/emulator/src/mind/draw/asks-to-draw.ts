const verbs =
  /(?:^|[^\p{L}])(?:нарисуй(?:те)?|рисуй|нарисовать|изобрази(?:те)?|сгенерируй(?:те)?\s+(?:мне\s+)?(?:картинк|изображени|рисун|иллюстраци|фото|портрет)\p{L}*|создай(?:те)?\s+(?:мне\s+)?(?:картинк|изображени|рисун|иллюстраци|портрет)\p{L}*|покажи(?:те)?\s+(?:мне\s+)?(?:картинк|рисун|изображени)\p{L}*|draw|paint|sketch|illustrate|(?:generate|create|make|produce)\s+(?:me\s+)?(?:an?\s+|the\s+)?(?:\p{L}+\s+)?(?:image|picture|drawing|illustration|painting|photo|portrait)s?)(?!\p{L})/iu;

/** Whether a request is for a picture. */
export function asksToDraw(text: string): boolean {
  return (
    verbs.test(text) &&
    !/(?:не|don't|do not)\s+(?:рисуй|draw)/iu.test(text) &&
    !/draw\s+(?:a\s+)?(?:conclusions?|lots?|attention)/i.test(text)
  );
}

/** What is to be seen on it: the request without the words that ask. */
export function subjectOfDrawing(text: string): string {
  const lead =
    /^[\s,.:;—-]*(?:(?:пожалуйста|мне|для меня|please|me|for me|of|an?|the|картинку|изображение)(?=[\s,:]))?[\s,:]*/iu;
  let subject = text.replace(verbs, ' ');
  for (let before = ''; before !== subject;) {
    before = subject;
    subject = subject.replace(lead, '');
  }
  return subject.replace(/[\s.!?]+$/, '') || text.trim();
}
