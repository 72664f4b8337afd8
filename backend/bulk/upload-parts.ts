import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseMultipartStream,
} from '@remix-run/multipart-parser';

import { bulkLimits } from '../../shared/bulk.ts';
import { requireMediaType } from '../http/guards.ts';
import { Refused } from '../http/refused.ts';
import type { UploadPart } from './receive-photos.ts';

/** The parts of a multipart body one by one as they arrive: at most one photo of a request is in memory. */
export async function* uploadParts(request: Request): AsyncGenerator<UploadPart> {
  const contentType = request.headers.get('content-type') ?? '';
  requireMediaType(contentType, 'multipart/form-data');
  const boundary = getMultipartBoundary(contentType);
  if (boundary === null || request.body === null)
    throw new Refused('bad-request', 'The multipart body has no boundary.');
  let count = 0;
  try {
    for await (const part of parseMultipartStream(request.body, {
      boundary,
      maxFileSize: bulkLimits.photoBytes,
      maxParts: bulkLimits.photos + 2,
      maxTotalSize: bulkLimits.photos * bulkLimits.photoBytes,
    })) {
      count += 1;
      yield { name: part.name, bytes: part.bytes };
    }
  } catch (error) {
    throw asRefused(error, count);
  }
}

/** File names are never looked at: a part is known by its place. */
function asRefused(error: unknown, place: number): unknown {
  const field = `parts.${place}`;
  if (error instanceof MaxFileSizeExceededError)
    return new Refused('photo-too-big', 'The photo is larger than 20 MB.', { field });
  if (error instanceof MaxPartsExceededError)
    return new Refused('too-many-photos', 'At most 200 photos go into one job.');
  if (error instanceof MaxTotalSizeExceededError) return new Refused('body-too-large', 'The upload is too large.');
  if (error instanceof MultipartParseError)
    return new Refused('bad-request', 'The multipart body is broken or cut off.', { field });
  return error;
}
