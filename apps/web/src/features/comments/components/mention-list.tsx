'use client';

import type { PersonName } from '@jalon/contracts';
import { clsx } from 'clsx';

export interface MentionListProps {
  id: string;
  label: string;
  people: readonly PersonName[];
  active: number;
  onActive: (index: number) => void;
  onPick: (person: PersonName) => void;
}

/** Who fits what was typed after an @. The focus stays in the text, whose keys move the choice. */
export function MentionList({ id, label, people, active, onActive, onPick }: MentionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute top-full left-0 z-20 mt-1 w-72 max-w-full rounded-lg bg-raised p-1 shadow-pop"
    >
      {people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerEnter={() => onActive(index)}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
          className={clsx(
            'flex h-8 cursor-default items-center rounded-md px-2',
            index === active && 'bg-hover',
          )}
        >
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
