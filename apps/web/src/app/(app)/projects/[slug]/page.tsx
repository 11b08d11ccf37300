import { redirect } from 'next/navigation';
import { ENVIRONMENT_PARAM } from '@/features/projects/lib/environment-address';
import { type PageSearch, searchParams } from '@/lib/search-params';

interface ProjectPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

/** The stack is what a project is about. */
export default async function ProjectPage({ params, searchParams: search }: ProjectPageProps) {
  const environment = (await searchParams(search)).get(ENVIRONMENT_PARAM);
  const query = environment ? `?${new URLSearchParams({ [ENVIRONMENT_PARAM]: environment })}` : '';
  redirect(`/projects/${(await params).slug}/stack${query}`);
}
