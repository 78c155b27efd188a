import { PIECE_TYPE } from '@daegaejo/plan';
import { type Asked, type Params, plan, record } from './asked.js';

const upload = record('uploadId', 'upload:busan', 'upload:ulsan');
/** Evaluators of 2021 know the files of 2021 and none of 2020; the committee the other way round. */
const attachment: Params = (world, reader, axis) => {
  const [own, foreign] =
    reader === 'committee'
      ? ['busan2020', 'busan']
      : ['busan', reader === 'evaluator' || reader === 'panel-chair' ? 'busan2020' : 'ulsan'];
  return record('attachmentId', `attachment:${own}`, `attachment:${foreign}`)(world, reader, axis);
};

/** Files of plans. The uploads are over: nothing more can come to them. */
export const ATTACHMENT_REQUESTS: Readonly<Record<string, Asked>> = {
  openUpload: { params: plan, body: () => ({ name: '권한표 검사.exe', size: 1 }) },
  sendPart: { params: upload, type: PIECE_TYPE, headers: { 'upload-offset': '0' }, body: () => Buffer.from('x') },
  getUpload: { params: upload },
  cancelUpload: { params: upload },
  listAttachments: { params: plan },
  getAttachmentContent: { params: attachment },
  removeAttachment: { params: attachment },
};
