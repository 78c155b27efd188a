import { escapeHtml as escape, seoulText } from '@daegaejo/platform/rules';

interface Home {
  readonly rehearsal: boolean;
  readonly demo: boolean;
  /** ISO instant. */
  readonly now: string;
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly label: string }[];
}

/** The first page as HTML; every text from the database is escaped. */
export function homePage(home: Home): string {
  const rounds = home.rounds
    .map(
      (round) =>
        `<tr><th scope="row"><a href="/api/v1/rounds/${escape(round.id)}">${escape(round.title)}</a></th><td>${escape(round.label)}</td></tr>`,
    )
    .join('');
  const banner = home.rehearsal
    ? `<p class="rehearsal" role="note"><strong>모의 운영</strong> 이 데이터베이스는 연습용입니다. 모의 시각은 ${escape(seoulText(home.now))}입니다.</p>`
    : '';
  const demo = home.demo ? '<li><a href="/api/v1/demo/accounts">시연 계정과 비밀번호</a></li>' : '';
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>산업단지 대개조 · 대개조</title>
<style>
body{font:17px/1.6 "Pretendard GOV",Pretendard,"Noto Sans KR","Noto Sans CJK KR",sans-serif;color:#1e2124;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:#464c53;padding-bottom:.5rem}
th,td{border-bottom:1px solid #b1b8be;padding:.6rem .4rem;text-align:left;font-weight:400}thead th{font-weight:700}
a{color:#0b50d0}a:focus-visible{outline:3px solid #256ef4;outline-offset:2px}
.rehearsal{background:#fff3db;border-left:6px solid #9e6a00;padding:.7rem 1rem}
</style>
</head>
<body>
${banner}
<main>
<h1>산업단지 대개조</h1>
<p>시·도의 혁신계획이 공모에서 예비선정, 확정, 지정·고시에 이르는 과정을 다루는 시스템입니다.</p>
<h2>회차</h2>
${
  home.rounds.length === 0
    ? '<p>아직 공고된 회차가 없습니다.</p>'
    : `<table><caption>공고된 회차와 지금 단계</caption><thead><tr><th scope="col">회차</th><th scope="col">단계</th></tr></thead><tbody>${rounds}</tbody></table>`
}
<h2>더 보기</h2>
<ul>
<li><a href="/docs">API 문서(직접 써 보기)</a></li>
<li><a href="/openapi.json">OpenAPI 문서</a></li>
${demo}
</ul>
</main>
</body>
</html>`;
}
