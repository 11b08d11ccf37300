import type { ReactNode } from 'react';
import { PlainFrame } from '@/features/auth/components/plain-frame';

export default function PlainLayout({ children }: { children: ReactNode }) {
  return <PlainFrame>{children}</PlainFrame>;
}
