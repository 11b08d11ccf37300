'use client';

import {
  APPROVAL_ROLES,
  GATE_ENFORCEMENTS,
  type GateEnforcement,
  type PolicyContent,
} from '@jalon/contracts';
import { Checkbox } from '@jalon/ui/checkbox';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';

export interface TermsEditorProps {
  content: PolicyContent;
  onChange: (content: PolicyContent) => void;
}

/** What a gate needs beyond its items: approvals, and how strict it is. */
export function TermsEditor({ content, onChange }: TermsEditorProps) {
  const t = useTranslations('gatePolicy');
  const review = useTranslations('review');
  const countOf = (role: string) => content.approvals.find((known) => known.role === role)?.count ?? 0;
  const setCount = (role: (typeof APPROVAL_ROLES)[number], count: number) =>
    onChange({
      ...content,
      approvals: APPROVAL_ROLES.map((known) => ({
        role: known,
        count: known === role ? count : countOf(known),
      })).filter((known) => known.count > 0),
    });
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1 font-medium text-xs">{t('approvals')}</legend>
        <div className="flex flex-wrap gap-3">
          {APPROVAL_ROLES.map((role) => (
            <Field key={role} label={review(`role.${role}`)} className="w-28">
              <Input
                type="number"
                min={0}
                max={9}
                value={countOf(role)}
                onChange={(event) =>
                  setCount(role, Math.max(0, Math.min(9, Number(event.target.value) || 0)))
                }
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-4">
        <Field label={t('enforcement')} className="w-72">
          <Select
            value={content.enforcement}
            onChange={(event) => onChange({ ...content, enforcement: event.target.value as GateEnforcement })}
          >
            {GATE_ENFORCEMENTS.map((known) => (
              <option key={known} value={known}>
                {t(`enforcementOf.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
        {content.everyMonths === null ? null : (
          <Field label={t('everyMonths')} className="w-40">
            <Input
              type="number"
              min={1}
              max={60}
              value={content.everyMonths}
              onChange={(event) =>
                onChange({
                  ...content,
                  everyMonths: Math.max(1, Math.min(60, Number(event.target.value) || 1)),
                })
              }
            />
          </Field>
        )}
      </div>
      <Checkbox
        label={t('selfApproval')}
        hint={t('selfApprovalHint')}
        checked={content.selfApproval}
        onChange={(event) => onChange({ ...content, selfApproval: event.target.checked })}
      />
    </div>
  );
}
