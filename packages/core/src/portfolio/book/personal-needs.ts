import type { Need, NeedKind, PortfolioFilter, Principal, StageKey } from '@jalon/contracts';
import type { Policy } from '../../gate';
import type { ApprovalRight } from '../../gate/approvals';
import { verifiedNeeds } from '../../realization';
import { type NeedsThere, needsFor, needsThere } from '../needs';
import { type BookEntry, verifiedOf } from './entry';
import { filterName } from './filter';
import { firstIndex } from './first-index';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';
import { UnderFilter } from './under-filter';

/** Of one kind: of so many one reads the first, and looks at the list for the others. */
const NEEDS_EACH = 12;

/** What is to be verified comes last, of that what is overdue first. */
const RANK: Partial<Record<NeedKind, number>> = {
  VALUE_OVERDUE: 1,
  VALUE_TO_VERIFY: 2,
  VALUE_DISPUTED: 2,
};

/** Who is asking, on which day (UTC), and what they may. */
export interface Reader {
  principal: Principal;
  rights: readonly ApprovalRight[];
  policies: ReadonlyMap<StageKey, Policy>;
  now: Date;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** A use case is judged again when it, or the policy of its gate, is another one than the last time. */
function needsThereOf(entry: BookEntry, policies: Reader['policies']): NeedsThere {
  const policy = policies.get(entry.useCase.stage.key);
  const version = policy?.versionId ?? '';
  if (entry.known.needs?.version !== version) {
    entry.known.needs = { version, are: needsThere(policy, entry) };
  }
  return entry.known.needs.are;
}

/** What waits for one person under one filter, on one day. */
class PersonalNeeds extends UnderFilter {
  readonly #ofUseCase = new Map<string, Need[]>();
  /** By number. */
  readonly #ofKind = new Map<NeedKind, Need[]>();
  #total = 0;

  constructor(
    book: PortfolioBook,
    filter: PortfolioFilter,
    private readonly reader: Reader,
  ) {
    super(book, filter);
  }

  /** The first of each kind, and how many there are. */
  read(): { needs: Need[]; needsTotal: number } {
    this.update();
    const place = (need: Need): number => this.#ofUseCase.get(need.useCase.id)?.indexOf(need) ?? 0;
    const needs = [...this.#ofKind.values()]
      .flatMap((all) => all.slice(0, NEEDS_EACH))
      .sort(
        (left, right) =>
          (RANK[left.kind] ?? 0) - (RANK[right.kind] ?? 0) ||
          left.useCase.number - right.useCase.number ||
          place(left) - place(right),
      );
    return { needs, needsTotal: this.#total };
  }

  protected put(entry: BookEntry): void {
    const { principal, rights, policies, now } = this.reader;
    const needs = [
      ...needsFor(principal, entry, needsThereOf(entry, policies)),
      ...verifiedNeeds(principal, rights, entry.useCase, verifiedOf(entry, now, dayOf(now))),
    ];
    if (needs.length === 0) return;
    this.#ofUseCase.set(entry.useCase.id, needs);
    this.#total += needs.length;
    for (const need of needs) {
      const all = this.#ofKind.get(need.kind) ?? [];
      this.#ofKind.set(need.kind, all);
      // After those of the same number, which are of the same use case.
      all.splice(firstFrom(all, need.useCase.number + 1), 0, need);
    }
  }

  protected take({ useCase }: BookEntry): void {
    const needs = this.#ofUseCase.get(useCase.id);
    if (!needs) return;
    this.#ofUseCase.delete(useCase.id);
    this.#total -= needs.length;
    for (const kind of new Set(needs.map((need) => need.kind))) {
      const all = this.#ofKind.get(kind) ?? [];
      const from = firstFrom(all, useCase.number);
      all.splice(from, firstFrom(all, useCase.number + 1) - from);
    }
  }
}

/** The index of the first need, in a list by number, that is of this number or a higher one. */
const firstFrom = (needs: readonly Need[], number: number): number =>
  firstIndex(needs, ({ useCase }) => useCase.number < number);

const kept = keeping<PersonalNeeds>(60);

/** What waits for a person under a filter, as the book is now; for those who asked last it is kept. */
export function needsOf(
  book: PortfolioBook,
  filter: PortfolioFilter,
  reader: Reader,
): ReturnType<PersonalNeeds['read']> {
  const { principal, rights, policies, now } = reader;
  const name = JSON.stringify([
    principal.userId,
    principal.role,
    dayOf(now),
    rights,
    [...policies].map(([stage, { versionId }]) => [stage, versionId]),
    filterName(filter),
  ]);
  return kept(book, name, () => new PersonalNeeds(book, filter, reader)).read();
}
