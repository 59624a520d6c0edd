import '../styles/code.css';
import type { ComponentPropsWithoutRef } from 'react';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import { CodeBlock } from './code-block.tsx';

/**
 * Markdown of a model. HTML in it stays text and addresses of scripts are dropped by the library; pictures of other
 * sites become links, since loading one would tell the site about the reader.
 */
export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <div className="text">
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[rehypeHighlight]}
        components={{ a: Link, img: PictureLink, pre: CodeBlock, table: Table }}
      >
        {text}
      </Markdown>
    </div>
  );
}

function Link({ href, children }: ComponentPropsWithoutRef<'a'>) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function PictureLink({ src, alt }: ComponentPropsWithoutRef<'img'>) {
  return typeof src === 'string' && src !== '' ? <Link href={src}>{alt || src}</Link> : null;
}

function Table({ children }: ComponentPropsWithoutRef<'table'>) {
  return (
    <div className="table">
      <table>{children}</table>
    </div>
  );
}
