import type { Messages } from '@daegaejo/platform';

export const ATTACHMENT_MESSAGES: Messages = {
  'attachment.name': { ko: '파일 이름을 알 수 없습니다.', en: 'this is no file name' },
  'attachment.extension': {
    ko: '받지 않는 파일입니다(.{extension}). 받는 것: {allowed}',
    en: 'files named .{extension} are not taken; those that are: {allowed}',
  },
  'attachment.macros': {
    ko: '매크로가 든 문서는 받지 않습니다. 매크로 없이 다시 저장하거나 PDF로 내십시오.',
    en: 'a document with macros is not taken; save it without them, or as a PDF',
  },
  'attachment.password': {
    ko: '암호가 걸린 파일은 받지 않습니다. 암호를 풀어 다시 저장하십시오.',
    en: 'a file under a password is not taken; save it without one',
  },
  'attachment.unpacks': {
    ko: '풀면 지나치게 커지는 파일입니다. 내용을 줄여 다시 저장하십시오.',
    en: 'the file unpacks to far too much; save it with less in it',
  },
  'attachment.damaged': {
    ko: '파일이 깨져 있습니다. 만든 프로그램에서 열어 다시 저장하십시오.',
    en: 'the file is damaged; open it in the program it was made with and save it again',
  },
  'attachment.type': {
    ko: '이름은 .{extension}인데 내용은 {like} 형식으로 보입니다. 형식에 맞는 이름으로, 또는 .{extension} 형식으로 다시 저장하여 내십시오.',
    en: 'it is named .{extension}, but its content looks like {like}; name it as what it is, or save it as .{extension}',
  },
  'attachment.type.unknown': {
    ko: '이름은 .{extension}인데 내용은 그런 형식이 아닙니다.',
    en: 'it is named .{extension}, but its content is none',
  },
  'attachment.hwp': {
    ko: '.hwp 파일은 2026년 5월 18일부터 온나라에서 첨부가 제한됩니다. .hwpx나 .pdf로 내기를 권합니다. 평가위원에게 보일, 작성자 정보를 지운 사본도 만들 수 없습니다.',
    en: 'as of 2026-05-18 the government’s 온나라 system restricts .hwp attachments; .hwpx or .pdf is better, and no copy without metadata can be made of it for evaluators',
  },
  'attachment.too-large': {
    ko: '파일이 너무 큽니다. {limit} 바이트까지 받습니다.',
    en: 'The file is too large; {limit} bytes are accepted.',
  },
  'attachment.too-many': {
    ko: '계획 하나에 첨부는 {limit}개까지입니다.',
    en: 'A plan has at most {limit} attachments.',
  },
  'attachment.plan-full': {
    ko: '계획 하나의 첨부는 모두 {limit} 바이트까지입니다. 남은 것은 {left} 바이트입니다.',
    en: 'The attachments of a plan have at most {limit} bytes altogether; {left} are left.',
  },
  'attachment.unknown': { ko: '이 계획의 첨부가 아닙니다.', en: 'the plan has no such attachment' },
  'attachment.removed': { ko: '뺀 첨부입니다. 다시 올리십시오.', en: 'this attachment was removed; upload it again' },
  'attachment.unready': {
    ko: '아직 낼 수 없는 첨부입니다(상태: {state:attachment.state}). 검사가 끝난 뒤 제출하십시오.',
    en: 'the attachment cannot be handed in yet (it is {state:attachment.state}); submit once it was scanned',
  },
  'attachment.scanning': {
    ko: '악성코드 검사가 끝나야 내려받을 수 있습니다.',
    en: 'The file is held until it was scanned for viruses.',
  },
  'attachment.infected': {
    ko: '악성코드가 발견되어 지운 파일입니다.',
    en: 'A virus was found in the file; it was thrown away.',
  },
  'attachment.gone': { ko: '내용이 남아 있지 않은 첨부입니다.', en: 'The file is not kept any more.' },
  'attachment.preparing': {
    ko: '작성자 정보를 지운 사본을 만들고 있습니다. 잠시 뒤 다시 시도하십시오.',
    en: 'The copy without metadata is being made; try again shortly.',
  },
  'attachment.no-copy': {
    ko: '작성자 정보를 지운 사본을 만들 수 없는 파일이라 평가위원에게 보이지 않습니다.',
    en: 'No copy without metadata can be made of this file, so it is not shown to those who judge.',
  },
  'upload.ended': {
    ko: '이미 끝난 올리기입니다(상태: {state:upload.state}).',
    en: 'This upload has ended; it is "{state:upload.state}".',
  },
  'upload.offset': {
    ko: '지금까지 {received} 바이트가 도착했습니다. 그다음부터 보내십시오.',
    en: '{received} bytes have arrived; go on from there.',
  },
  'upload.offset.form': {
    ko: '조각이 시작하는 자리를 바이트 수로 적어야 합니다. 예: Upload-Offset: 0',
    en: 'must be the byte the piece begins at, e.g. Upload-Offset: 0',
  },
  'upload.protocol': {
    ko: '이 서버는 tus {version} 규약을 씁니다.',
    en: 'This server speaks tus {version}.',
  },
  'upload.pieces': {
    ko: '조각이 너무 많습니다. {limit}개 안에 보내도록 더 크게 나누십시오.',
    en: 'There are too many pieces; send larger ones, at most {limit}.',
  },
  'upload.hash': {
    ko: '도착한 내용이 보낸 것과 다릅니다(SHA-256 {sha256}). 다시 올리십시오.',
    en: 'what arrived is not what was sent (its SHA-256 is {sha256}); upload it again',
  },
};
