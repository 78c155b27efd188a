import type { Reading } from '@daegaejo/platform';
import { In, Not } from 'typeorm';
import { blindName, MOST_PLACES, READABLE_STATES, type SearchUnit, textPieces } from '../rules/index.js';
import { AttachmentEntity, AttachmentTextEntity, VersionAttachmentEntity } from '../store/attachment.entity.js';
import type { ReadBy } from '../store/search-index.js';

/**
 * The texts of the files a version names, as they may be met: by readers under their own name; by whoever judges under the neutral
 * one, and only where there is a copy made for him. Held and refused files have no text here.
 */
export async function attachmentUnits(
  { manager }: Pick<Reading, 'manager'>,
  versionId: string,
  readBy: ReadBy,
): Promise<(SearchUnit & { readBy: ReadBy })[]> {
  const named = await manager.findBy(VersionAttachmentEntity, { versionId });
  if (named.length === 0) return [];
  const attachments = await manager.find(AttachmentEntity, {
    where: { id: In(named.map(({ attachmentId }) => attachmentId)), state: In([...READABLE_STATES]) },
    order: { no: 'ASC' },
  });
  const texts = await manager.findBy(AttachmentTextEntity, {
    attachmentId: In(attachments.map(({ id }) => id)),
    text: Not(''),
  });
  const units = attachments.flatMap(({ id, no, name, kind, blindKey }) => {
    const found = texts.find(({ attachmentId }) => attachmentId === id);
    const pieces = found === undefined ? [] : textPieces(found.text);
    const shown = { readers: name, judges: blindKey === null ? null : blindName(no, kind) };
    return (['readers', 'judges'] as const)
      .filter((reader) => readBy === 'all' || readBy === reader)
      .flatMap((reader) => {
        const heading = shown[reader];
        if (heading === null) return [];
        return pieces.map((text) => ({ kind: 'attachment' as const, key: id, heading, text, readBy: reader }));
      });
  });
  return units.slice(0, MOST_PLACES);
}
