import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const docs = dirname(dirname(fileURLToPath(import.meta.url)));
const repository = 'https://github.com/gigakit/gigakit/blob/main';

const recipes = [
  { text: 'Agents', link: '/recipes/agents' },
  { text: 'RAG', link: '/recipes/rag' },
  { text: 'Images and vision', link: '/recipes/images-and-vision' },
  { text: 'Structured output', link: '/recipes/structured-output' },
  { text: 'Many prompts, large texts', link: '/recipes/many-prompts' },
  { text: 'Limits, models, replicas', link: '/recipes/limits' },
  { text: 'Web servers and shutdown', link: '/recipes/web-servers' },
  { text: 'Corporate networks', link: '/recipes/corporate-networks' },
  { text: 'Testing', link: '/recipes/testing' },
  { text: 'Observability', link: '/recipes/observability' },
];

export default defineConfig({
  title: 'gigakit',
  description: 'The TypeScript home of GigaChat',
  cleanUrls: true,
  // Folders open with their README here as they do in a repository.
  rewrites: {
    'README.md': 'index.md',
    'recipes/README.md': 'recipes/index.md',
    'decisions/README.md': 'decisions/index.md',
  },
  markdown: {
    config(md) {
      // The pages link to code as it lies beside them; on the site that is a page of the repository.
      md.core.ruler.push('links-to-the-repository', ({ tokens, env }) => {
        const page: string = env.path ?? '';
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.attrGet('href');
          if (href === null || /^([a-z]+:|#|\/)/i.test(href)) continue;
          const [path = '', heading] = href.split('#');
          const target = resolve(dirname(page), decodeURI(path));
          if (target.startsWith(`${docs}/`) || !existsSync(target)) continue;
          const inRepository = target.slice(dirname(docs).length);
          token.attrSet('href', `${repository}${inRepository}${heading === undefined ? '' : `#${heading}`}`);
        }
      });
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    // Most pages are in one language, so the switch leads to a language's first page.
    i18nRouting: false,
    socialLinks: [{ icon: 'github', link: 'https://github.com/gigakit/gigakit' }],
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Recipes', link: '/recipes/' },
          { text: 'Settings', link: '/settings' },
          { text: 'Troubleshooting', link: '/troubleshooting' },
        ],
        sidebar: [
          {
            text: 'Getting started',
            items: [
              { text: 'AI SDK', link: '/start/ai-sdk' },
              { text: 'LangChain', link: '/start/langchain' },
              { text: 'The API itself', link: '/start/core' },
              { text: 'OpenAI proxy', link: '/openai-proxy' },
              { text: 'Tools behind the proxy', link: '/openai-proxy/tools' },
              { text: 'The proxy on many machines', link: '/openai-proxy/many-machines' },
              { text: 'Emulator', link: '/start/emulator' },
              { text: 'Command line', link: '/cli' },
            ],
          },
          { text: 'Recipes', items: recipes },
          {
            text: 'Look up',
            items: [
              { text: 'Troubleshooting', link: '/troubleshooting' },
              { text: 'Settings', link: '/settings' },
              { text: 'Models', link: '/models' },
              { text: 'Errors', link: '/errors' },
              { text: 'TLS', link: '/tls' },
            ],
          },
          {
            text: 'Move here',
            items: [
              { text: 'from gigachat', link: '/migrate/from-gigachat' },
              { text: 'from langchain-gigachat', link: '/migrate/from-langchain-gigachat' },
              { text: 'from direct HTTP', link: '/migrate/from-http' },
            ],
          },
          {
            text: 'Inside',
            collapsed: true,
            items: [
              { text: 'Architecture', link: '/architecture' },
              { text: 'The v1 wire', link: '/wire/v1' },
              { text: 'The v2 wire', link: '/wire/v2' },
              { text: 'Decisions', link: '/decisions/' },
              { text: 'Covered: the API', link: '/api-coverage' },
              { text: 'Covered: AI SDK', link: '/ai-sdk-coverage' },
              { text: 'Covered: LangChain', link: '/langchain-coverage' },
              { text: 'Contributing', link: '/contributing' },
            ],
          },
        ],
      },
    },
    ru: {
      label: 'Русский',
      lang: 'ru',
      link: '/ru/getting-started',
      themeConfig: {
        nav: [{ text: 'Рецепты (англ.)', link: '/recipes/' }],
        sidebar: [
          { text: 'Первые шаги', link: '/ru/getting-started' },
          { text: 'По-английски', items: [{ text: 'Вся документация', link: '/' }] },
        ],
        outline: { label: 'На этой странице' },
        docFooter: { prev: 'Назад', next: 'Дальше' },
        darkModeSwitchLabel: 'Тема',
        returnToTopLabel: 'Наверх',
        sidebarMenuLabel: 'Меню',
      },
    },
  },
});
