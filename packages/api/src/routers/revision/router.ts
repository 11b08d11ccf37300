import { trpc } from '../../trpc';
import { compare } from './compare';
import { get } from './get';
import { list } from './list';
import { previewPromotion } from './preview-promotion';
import { previewRollBack } from './preview-roll-back';
import { promote } from './promote';
import { rollBack } from './roll-back';

export const revisionRouter = trpc.router({
  list,
  get,
  compare,
  previewRollBack,
  rollBack,
  previewPromotion,
  promote,
});
