import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewUseCaseView } from '@/features/use-cases/components/new/new-use-case-view';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { getCaller, HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('useCase'))('newTitle') };
}

/** Goes on with the draft that the address names, or with the only one there is; `draft=new` asks for none. */
export default async function NewUseCasePage({ searchParams: search }: { searchParams: PageSearch }) {
  const { userId, role } = await authorize('use-case:write');
  const wanted = (await searchParams(search)).get('draft');
  const caller = await getCaller();
  const [drafts] = await Promise.all([
    caller.draft.list(),
    prefetch(trpc.reference.portfolio.queryOptions()),
  ]);
  const only = drafts.length === 1 ? drafts[0]?.id : undefined;
  const id = drafts.find((draft) => draft.id === (wanted ?? only))?.id;
  const opened = id ? await caller.draft.get({ id }) : null;
  return (
    <HydrateClient>
      <NewUseCaseView
        key={id ?? 'new'}
        userId={userId}
        mayChooseOwner={role === 'ADMIN'}
        opened={opened}
        drafts={drafts}
        missing={wanted !== null && wanted !== 'new' && !opened}
      />
    </HydrateClient>
  );
}
