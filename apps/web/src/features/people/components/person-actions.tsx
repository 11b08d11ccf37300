'use client';

import { type Person, ROLES } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { IconButton } from '@jalon/ui/icon-button';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@jalon/ui/menu';
import { Ellipsis, Lock, LockOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePeopleActions } from '../hooks/use-people-actions';

/** Another role, locking out, letting in again. */
export function PersonActions({ person }: { person: Person }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const { disable, enable, changeRole, done } = usePeopleActions();
  const [asking, setAsking] = useState(false);
  const { id: userId, name } = person;
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            label={t('moreActions', { name })}
            icon={<Ellipsis aria-hidden size={16} />}
          />
        }
      >
        <MenuChoice
          label={t('role')}
          value={person.role}
          options={ROLES.map((role) => ({ value: role, label: common(`role.${role}`) }))}
          onChange={(role) => {
            if (role === person.role) return;
            const title = t('roleChanged', { name, role: common(`role.${role}`) });
            changeRole.mutate({ userId, role }, { onSuccess: () => done(title) });
          }}
        />
        <MenuSeparator />
        {person.disabledAt ? (
          <MenuItem
            icon={<LockOpen aria-hidden size={15} />}
            onClick={() => enable.mutate({ userId }, { onSuccess: () => done(t('letInDone', { name })) })}
          >
            {t('letIn')}
          </MenuItem>
        ) : (
          <MenuItem tone="danger" icon={<Lock aria-hidden size={15} />} onClick={() => setAsking(true)}>
            {t('lockOut')}
          </MenuItem>
        )}
      </Menu>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('lockOutTitle', { name })}
        description={t('lockOutText')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
            <Button
              variant="danger"
              pending={disable.isPending}
              onClick={() =>
                disable.mutate(
                  { userId },
                  { onSuccess: () => done(t('lockedOut', { name })), onSettled: () => setAsking(false) },
                )
              }
            >
              {t('lockOut')}
            </Button>
          </>
        }
      />
    </>
  );
}
