/** One small program in both languages, and the words that ask for it. */
export interface CodeSample {
  readonly asks: RegExp;
  readonly russian: string;
  readonly english: string;
  readonly python: string;
  readonly typescript: string;
}

export const codeSamples: readonly CodeSample[] = [
  {
    asks: /факториал|factorial/i,
    russian: 'факториал',
    english: 'the factorial',
    python:
      'def factorial(n: int) -> int:\n    return 1 if n < 2 else n * factorial(n - 1)\n\n\nprint(factorial(5))  # 120',
    typescript:
      'function factorial(n: number): number {\n  return n < 2 ? 1 : n * factorial(n - 1);\n}\n\nconsole.log(factorial(5)); // 120',
  },
  {
    asks: /фибоначчи|fibonacci/i,
    russian: 'числа Фибоначчи',
    english: 'Fibonacci numbers',
    python:
      'def fibonacci(n: int) -> int:\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\n\n\nprint([fibonacci(i) for i in range(10)])  # [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]',
    typescript:
      'function fibonacci(n: number): number {\n  let [a, b] = [0, 1];\n  for (let i = 0; i < n; i++) [a, b] = [b, a + b];\n  return a;\n}\n\nconsole.log(Array.from({ length: 10 }, (_, i) => fibonacci(i)));',
  },
  {
    asks: /палиндром|palindrome/i,
    russian: 'проверка на палиндром',
    english: 'a palindrome check',
    python:
      "def is_palindrome(text: str) -> bool:\n    letters = [c.lower() for c in text if c.isalnum()]\n    return letters == letters[::-1]\n\n\nprint(is_palindrome('А роза упала на лапу Азора'))  # True",
    typescript:
      "function isPalindrome(text: string): boolean {\n  const letters = [...text.toLowerCase()].filter((c) => /[\\p{L}\\p{N}]/u.test(c));\n  return letters.join('') === letters.toReversed().join('');\n}\n\nconsole.log(isPalindrome('А роза упала на лапу Азора')); // true",
  },
  {
    asks: /прост(?:ое|ые|ых) числ|prime/i,
    russian: 'проверка числа на простоту',
    english: 'a prime check',
    python:
      'def is_prime(n: int) -> bool:\n    if n < 2:\n        return False\n    return all(n % d for d in range(2, int(n**0.5) + 1))\n\n\nprint([n for n in range(30) if is_prime(n)])',
    typescript:
      'function isPrime(n: number): boolean {\n  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;\n  return n > 1;\n}\n\nconsole.log(Array.from({ length: 30 }, (_, n) => n).filter(isPrime));',
  },
  {
    asks: /(?:перев[ео]р|разв[ео]р|реверс|обрат)\p{L}* (?:строк|спис|масс|текст)|reverse/iu,
    russian: 'переворот строки',
    english: 'reversing a string',
    python: "def reverse(text: str) -> str:\n    return text[::-1]\n\n\nprint(reverse('привет'))  # тевирп",
    typescript:
      "function reverse(text: string): string {\n  return [...text].toReversed().join('');\n}\n\nconsole.log(reverse('привет')); // тевирп",
  },
  {
    asks: /fizz ?buzz|физз? ?базз?/i,
    russian: 'FizzBuzz',
    english: 'FizzBuzz',
    python: "for n in range(1, 16):\n    print('Fizz' * (n % 3 == 0) + 'Buzz' * (n % 5 == 0) or n)",
    typescript:
      "for (let n = 1; n <= 15; n++) {\n  console.log((n % 3 ? '' : 'Fizz') + (n % 5 ? '' : 'Buzz') || n);\n}",
  },
  {
    asks: /сортир|sort/i,
    russian: 'быстрая сортировка',
    english: 'a quicksort',
    python:
      'def quicksort(items: list[int]) -> list[int]:\n    if len(items) < 2:\n        return items\n    pivot, *rest = items\n    smaller = [x for x in rest if x < pivot]\n    larger = [x for x in rest if x >= pivot]\n    return quicksort(smaller) + [pivot] + quicksort(larger)\n\n\nprint(quicksort([3, 1, 2]))  # [1, 2, 3]',
    typescript:
      'function quicksort(items: readonly number[]): number[] {\n  const [pivot, ...rest] = items;\n  if (pivot === undefined) return [];\n  return [...quicksort(rest.filter((x) => x < pivot)), pivot, ...quicksort(rest.filter((x) => x >= pivot))];\n}\n\nconsole.log(quicksort([3, 1, 2])); // [1, 2, 3]',
  },
  {
    asks: /двоичн\p{L}+ поиск|бинарн\p{L}+ поиск|binary search/iu,
    russian: 'двоичный поиск',
    english: 'a binary search',
    python:
      'def binary_search(items: list[int], wanted: int) -> int:\n    low, high = 0, len(items) - 1\n    while low <= high:\n        middle = (low + high) // 2\n        if items[middle] == wanted:\n            return middle\n        if items[middle] < wanted:\n            low = middle + 1\n        else:\n            high = middle - 1\n    return -1',
    typescript:
      'function binarySearch(items: readonly number[], wanted: number): number {\n  let [low, high] = [0, items.length - 1];\n  while (low <= high) {\n    const middle = (low + high) >> 1;\n    if (items[middle] === wanted) return middle;\n    if ((items[middle] ?? 0) < wanted) low = middle + 1;\n    else high = middle - 1;\n  }\n  return -1;\n}',
  },
  {
    asks: /(?:максим|наибольш)\p{L}*|\bmax(?:imum)?\b/iu,
    russian: 'поиск наибольшего',
    english: 'finding the largest item',
    python:
      'def largest(items: list[int]) -> int:\n    best = items[0]\n    for item in items:\n        if item > best:\n            best = item\n    return best',
    typescript:
      'function largest(items: readonly number[]): number {\n  return items.reduce((best, item) => (item > best ? item : best));\n}',
  },
  {
    asks: /сумм|склад|слож|\bsum\b|\badd/i,
    russian: 'сложение',
    english: 'adding numbers up',
    python:
      'def total(numbers: list[float]) -> float:\n    return sum(numbers)\n\n\nprint(total([1, 2, 3]))  # 6',
    typescript:
      'function total(numbers: readonly number[]): number {\n  return numbers.reduce((sum, number) => sum + number, 0);\n}\n\nconsole.log(total([1, 2, 3])); // 6',
  },
  {
    asks: /чётн|четн|\beven\b|\bodd\b/i,
    russian: 'проверка на чётность',
    english: 'a check for even numbers',
    python: 'def is_even(n: int) -> bool:\n    return n % 2 == 0',
    typescript: 'const isEven = (n: number): boolean => n % 2 === 0;',
  },
  {
    asks: /http|запрос|fetch|скача|request|api/i,
    russian: 'запрос по HTTP',
    english: 'an HTTP request',
    python:
      'import json\nfrom urllib.request import urlopen\n\n\ndef get_json(url: str) -> dict:\n    with urlopen(url, timeout=10) as response:\n        return json.load(response)',
    typescript:
      'async function getJson(url: string): Promise<unknown> {\n  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });\n  if (!response.ok) throw new Error(`${url} answered ${response.status}`);\n  return response.json();\n}',
  },
  {
    asks: /файл|file/i,
    russian: 'чтение файла',
    english: 'reading a file',
    python:
      "from pathlib import Path\n\n\ndef read_lines(path: str) -> list[str]:\n    return Path(path).read_text(encoding='utf-8').splitlines()",
    typescript:
      "import { readFile } from 'node:fs/promises';\n\nasync function readLines(path: string): Promise<string[]> {\n  return (await readFile(path, 'utf8')).split('\\n');\n}",
  },
  {
    asks: /hello|привет|здравствуй/i,
    russian: 'приветствие миру',
    english: 'a greeting to the world',
    python: "print('Привет, мир!')",
    typescript: "console.log('Привет, мир!');",
  },
];
