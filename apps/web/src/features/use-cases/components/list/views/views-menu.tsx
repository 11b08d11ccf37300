'use client';

import type { SavedViewItem } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@jalon/ui/menu';
import { useToast } from '@jalon/ui/toast';
import { Bookmark, BookmarkPlus, House, Pencil, Save, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSavedViews } from '../../../hooks/use-saved-views';
import type { ListState } from '../../../lib/list-state';
import { NO_VIEW, stateOfView, viewQuery } from '../../../lib/saved-views';

const ViewDialog = dynamic(() => import('./view-dialog').then((module) => module.ViewDialog));
const RemoveDialog = dynamic(() => import('./remove-dialog').then((module) => module.RemoveDialog));

export interface ViewsMenuProps {
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

/** The views that are kept by name: opens one, keeps what is on, and changes what is the reader's own. */
export function ViewsMenu({ state, onChange }: ViewsMenuProps) {
  const t = useTranslations('savedViews');
  const toast = useToast();
  const [asking, setAsking] = useState<'create' | 'edit' | 'remove' | null>(null);
  const { views, update, setDefault } = useSavedViews();
  const current = views.find(({ id }) => id === state.saved);
  const changed = current !== undefined && viewQuery(stateOfView(current)) !== viewQuery(state);
  const open = (id: string) => {
    const view = views.find((known) => known.id === id);
    if (view) onChange(stateOfView(view));
  };
  const save = ({ id, name, shared, version }: SavedViewItem) =>
    update.mutate(
      { id, name, shared, version, query: viewQuery(state) },
      { onSuccess: () => toast({ tone: 'good', title: t('updated', { name }) }) },
    );
  const groups = [
    { label: t('mine'), of: views.filter(({ mine, shared }) => mine && !shared) },
    { label: t('shared'), of: views.filter(({ shared }) => shared) },
  ];
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button icon={<Bookmark aria-hidden size={14} />}>
            <span className="max-w-40 truncate">{current ? current.name : t('views')}</span>
            {changed ? <span className="text-ink-3">{t('changed')}</span> : null}
          </Button>
        }
      >
        {groups.map(({ label, of }) =>
          of.length > 0 ? (
            <MenuChoice
              key={label}
              label={label}
              value={state.saved}
              onChange={open}
              options={of.map(({ id, name, isDefault }) => ({
                value: id,
                label: name,
                icon: isDefault ? <House aria-label={t('isDefault')} size={14} /> : undefined,
              }))}
            />
          ) : null,
        )}
        {views.length > 0 ? <MenuSeparator /> : null}
        <MenuItem icon={<BookmarkPlus aria-hidden size={15} />} onClick={() => setAsking('create')}>
          {t('create')}
        </MenuItem>
        {current?.mine ? (
          <>
            <MenuItem
              icon={<Save aria-hidden size={15} />}
              disabled={!changed || update.isPending}
              onClick={() => save(current)}
            >
              {t('update', { name: current.name })}
            </MenuItem>
            <MenuItem icon={<Pencil aria-hidden size={15} />} onClick={() => setAsking('edit')}>
              {t('edit')}
            </MenuItem>
            <MenuItem
              tone="danger"
              icon={<Trash2 aria-hidden size={15} />}
              onClick={() => setAsking('remove')}
            >
              {t('remove')}
            </MenuItem>
          </>
        ) : null}
        {current ? (
          <MenuItem
            icon={<House aria-hidden size={15} />}
            onClick={() => setDefault.mutate({ id: current.isDefault ? null : current.id })}
          >
            {t(current.isDefault ? 'unsetDefault' : 'setDefault')}
          </MenuItem>
        ) : null}
      </Menu>
      {asking === 'create' ? (
        <ViewDialog
          query={viewQuery(state)}
          onDone={(view) => onChange(stateOfView(view))}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'edit' && current ? (
        <ViewDialog view={current} query={current.query} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'remove' && current ? (
        <RemoveDialog
          view={current}
          onDone={() => onChange({ saved: NO_VIEW })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
