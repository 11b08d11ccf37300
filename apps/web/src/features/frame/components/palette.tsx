'use client';

import { allows, type Role } from '@jalon/contracts';
import { Modal } from '@jalon/ui/modal';
import { useUi } from '@jalon/ui/ui-provider';
import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { FolderGit2, Lightbulb, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { navItems } from '../lib/nav-items';

export interface PaletteProps {
  role: Role;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const GROUP =
  '[&_[cmdk-group-heading]]:label-caps [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1';

/** Go anywhere by name. */
export function Palette({ role, open, onOpenChange }: PaletteProps) {
  const t = useTranslations('nav');
  const { labels } = useUi();
  const router = useRouter();
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useQuery(trpc.search.find.queryOptions({ text: wanted }, { enabled: open }));
  const go = (href: string) => {
    onOpenChange(false);
    setText('');
    router.push(href);
  };
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      label={t('searchLabel')}
      className="max-w-xl overflow-hidden"
    >
      <Command label={t('searchLabel')} className="w-full">
        <Command.Input
          data-autofocus
          value={text}
          onValueChange={setText}
          placeholder={t('searchPlaceholder')}
          className="h-11 w-full border-line border-b bg-transparent px-4 text-base outline-none"
        />
        <Command.List className={`max-h-[52vh] overflow-y-auto p-2 ${GROUP}`}>
          <Command.Empty className="px-2 py-6 text-center text-ink-3">
            {found.isError ? t('searchFailed') : found.isFetching ? labels.loading : t('searchEmpty')}
          </Command.Empty>
          <Command.Group heading={t('searchPages')}>
            {navItems(role).map((item) => (
              <Entry
                key={item.href}
                icon={<item.icon aria-hidden size={15} />}
                onSelect={() => go(item.href)}
              >
                {t(item.name)}
              </Entry>
            ))}
          </Command.Group>
          {allows(role, 'use-case:write') ? (
            <Command.Group heading={t('searchActions')}>
              <Entry icon={<Plus aria-hidden size={15} />} onSelect={() => go('/use-cases/new')}>
                {t('newUseCase')}
              </Entry>
            </Command.Group>
          ) : null}
          {found.data && found.data.useCases.length > 0 ? (
            <Command.Group heading={t('searchUseCases')}>
              {found.data.useCases.map((useCase) => (
                <Entry
                  key={useCase.number}
                  icon={<Lightbulb aria-hidden size={15} />}
                  onSelect={() => go(`/use-cases/${useCase.number}`)}
                >
                  <span className="tabular text-ink-3">UC-{useCase.number}</span> {useCase.title}
                </Entry>
              ))}
            </Command.Group>
          ) : null}
          {found.data && found.data.projects.length > 0 ? (
            <Command.Group heading={t('searchProjects')}>
              {found.data.projects.map((project) => (
                <Entry
                  key={project.slug}
                  icon={<FolderGit2 aria-hidden size={15} />}
                  onSelect={() => go(`/projects/${project.slug}`)}
                >
                  {project.name} <span className="font-mono text-ink-3 text-xs">{project.slug}</span>
                </Entry>
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </Modal>
  );
}

interface EntryProps {
  icon: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

function Entry({ icon, onSelect, children }: EntryProps) {
  return (
    <Command.Item
      onSelect={onSelect}
      className="flex h-8 cursor-default items-center gap-2 rounded-md px-2 data-[selected=true]:bg-hover"
    >
      <span className="text-ink-3">{icon}</span>
      <span className="min-w-0 truncate">{children}</span>
    </Command.Item>
  );
}
