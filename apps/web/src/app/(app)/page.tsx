import { redirect } from 'next/navigation';
import { authorize } from '@/server/authorize';

/** The first page of each: an engineer's are the projects, everybody else's the portfolio. */
export default async function HomePage() {
  const { role } = await authorize();
  redirect(role === 'ENGINEER' ? '/projects' : '/portfolio');
}
