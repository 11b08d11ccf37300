import { redirect } from 'next/navigation';

interface ProjectPageProps {
  params: Promise<{ slug: string }>;
}

/** The stack is what a project is about. */
export default async function ProjectPage({ params }: ProjectPageProps) {
  redirect(`/projects/${(await params).slug}/stack`);
}
