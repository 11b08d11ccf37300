import { trpc } from '../../trpc';
import { comment } from './add-feedback';
import { answer } from './answer-item';
import { close } from './close-finding';
import { decide } from './decide-gate';
import { pack } from './get-decision-pack';
import { get } from './get-gate';
import { verdict } from './give-verdict';
import { lend } from './lend-approval';
import { request } from './request-review';
import { waive } from './waive-item';

export const gateRouter = trpc.router({
  get,
  pack,
  request,
  answer,
  waive,
  comment,
  verdict,
  decide,
  closeFinding: close,
  lend,
});
