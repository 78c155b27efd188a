import { urlFindings } from './webhook-url.js';

const codes = (url: string, flags: Parameters<typeof urlFindings>[1] = {}): string[] =>
  urlFindings(url, flags).map(({ code }) => code.replace('notification.webhook.', ''));

describe('the address of a receiver', () => {
  it.each<[string, string[]]>([
    ['https://hooks.example.go.kr/daegaejo?x=1', []],
    ['https://hooks.example.go.kr:443/', []],
    ['https://hooks.example.go.kr:8443/', []],
    ['https://8.8.8.8/hook', []],
    ['https://172.32.0.1/', []],
    ['https://[2606:4700::1111]/hook', []],
    ['https://대개조.한국/', []],
    ['http://hooks.example.go.kr/', ['https']],
    ['ftp://hooks.example.go.kr/', ['https']],
    ['file:///etc/passwd', ['https']],
    ['javascript:alert(1)', ['https']],
    ['//hooks.example.go.kr/', ['url']],
    ['https://', ['url']],
    ['', ['url']],
    ['https://user:secret@hooks.example.go.kr/', ['credentials']],
    ['https://user@hooks.example.go.kr/', ['credentials']],
    ['https://hooks.example.go.kr:80/', ['port']],
    ['https://hooks.example.go.kr:22/', ['port']],
    ['https://hooks.example.go.kr:1023/', ['port']],
    ['https://hooks.example.go.kr:1024/', []],
    [`https://hooks.example.go.kr/${'x'.repeat(472)}`, []],
    [`https://hooks.example.go.kr/${'x'.repeat(473)}`, ['length']],
    ['https://user@127.0.0.1:22/', ['credentials', 'address', 'port']],
  ])('%s: %j', (url, expected) => {
    expect(codes(url)).toEqual(expected);
  });

  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0.0.0.0/',
    'https://0/',
    'https://10.1.2.3/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://[2002:7f00:1::]/',
    'https://１２７.0.0.1/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
  ])('%s is none', (url) => {
    expect(codes(url)).toEqual(['address']);
  });

  it('may be less in a test', () => {
    expect(codes('http://127.0.0.1:3000/', { allowInsecure: true })).toEqual(['address']);
    expect(codes('http://127.0.0.1:3000/', { allowInsecure: true, allowPrivate: true })).toEqual([]);
    expect(codes('ftp://127.0.0.1:3000/', { allowInsecure: true, allowPrivate: true })).toEqual(['https']);
  });
});
