import { isId, Problem } from '@daegaejo/platform';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';

/** A record id in the path: 400 where it is no UUID. */
@Injectable()
export class IdPath implements PipeTransform<string, string> {
  transform(value: string, metadata: ArgumentMetadata): string {
    const id = value.toLowerCase();
    if (!isId(id))
      throw new Problem(
        400,
        'request.malformed',
        {},
        { findings: [{ field: metadata.data ?? 'id', code: 'field.id' }] },
      );
    return id;
  }
}
