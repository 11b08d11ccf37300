import { getBackend } from '@/server/backend';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ kpi: string }> },
): Promise<Response> {
  return getBackend().answerSamples(request, (await params).kpi);
}
