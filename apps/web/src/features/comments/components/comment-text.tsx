import type { PersonName } from '@jalon/contracts';
import { partsOf } from '../lib/mention-at';

/** A comment as it was written, with its names and its addresses marked. */
export function CommentText({ text, mentions }: { text: string; mentions: readonly PersonName[] }) {
  const parts = partsOf(
    text,
    mentions.map(({ name }) => name),
  );
  return (
    <p className="max-w-prose whitespace-pre-line break-words" data-verbatim>
      {parts.map((part, index) => {
        const key = `${index}-${part.kind}`;
        if (part.kind === 'mention')
          return (
            <span key={key} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent">
              {part.text}
            </span>
          );
        if (part.kind === 'link')
          return (
            <a
              key={key}
              href={part.text}
              rel="noopener noreferrer nofollow"
              className="text-accent underline"
            >
              {part.text}
            </a>
          );
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
