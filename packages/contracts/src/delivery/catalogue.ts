import { z } from 'zod';

export const technologyIdSchema = z.object({ technology: z.string().min(1).max(60) });

/** A text in both languages of the product. */
export interface LocalText {
  en: string;
  fr: string;
}

/** An entry of the catalogue, as its `technology.yaml` says. */
export interface Technology {
  id: string;
  name: string;
  category: string;
  summary: LocalText;
  licence: { name: string; openSource: boolean };
  trust: string;
  /** The services that its fragment adds. */
  services: string[];
  variables: TechnologyVariable[];
  /** What was tried, and how. */
  verified: LocalText[];
  composeText: string;
}

export interface TechnologyVariable {
  name: string;
  secret: boolean;
  /** Made by Jalon when the technology is added. */
  generated: boolean;
  defaultValue: string | null;
  description: LocalText;
}
