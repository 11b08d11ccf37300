import { notFound } from 'next/navigation';
import { authorize } from '@/server/authorize';

/** An address without a page answers inside the frame, and only to who is signed in. */
export default async function MissingPage() {
  await authorize();
  notFound();
}
