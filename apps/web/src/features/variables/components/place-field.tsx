'use client';

import { VARIABLE_SCOPES } from '@jalon/contracts';
import { Field } from '@jalon/ui/field';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { type Place, useScopeText } from '../hooks/use-scope-text';

export interface PlaceFieldProps {
  place: Place;
  services: readonly string[];
  /** One that exists stays where it is. */
  isFixed: boolean;
  onChange: (place: Place) => void;
}

/** What the variable is set for: what is nearer to a container wins. */
export function PlaceField({ place, services, isFixed, onChange }: PlaceFieldProps) {
  const t = useTranslations('variables');
  const scopeText = useScopeText();
  const { role } = useProject();
  const shared = VARIABLE_SCOPES.filter(
    (scope) => scope !== 'SERVICE' && (scope !== 'GLOBAL' || role === 'ADMIN'),
  ).map((scope): Place => ({ scope, service: null }));
  const own = services.map((service): Place => ({ scope: 'SERVICE', service }));
  const places = isFixed ? [place] : [...shared, ...own];
  const chosen = places.findIndex(({ scope, service }) => scope === place.scope && service === place.service);
  return (
    <Field label={t('scope')} hint={t(place.scope === 'SERVICE' ? 'serviceHint' : 'scopeHint')}>
      <Select
        value={chosen}
        disabled={isFixed}
        onChange={(event) => onChange(places[Number(event.target.value)] ?? place)}
      >
        {places.map((option, index) => (
          <option key={scopeText(option)} value={index}>
            {scopeText(option)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
