import { describe, expect, it } from 'vitest';
import { NoRolePage } from './no-role.tsx';
import { ProblemPage } from './problem.tsx';
import { SignInPage } from './sign-in.tsx';

const COMMUNE = { commune: 'Thử Nghiệm', sample: true };
const STRANGER = { email: 'stranger@demo.test', role: null, units: [], name: null };

describe('the sign-in page', () => {
  it('has one button, which starts the sign-in with the way back', () => {
    const text = String(<SignInPage {...COMMUNE} startPath="/sign-in/start?return=%2F%3Fperiod%3D2026-Q2" />);
    expect(text).toContain('<a class="button" href="/sign-in/start?return=%2F%3Fperiod%3D2026-Q2">');
    expect(text).not.toContain('action="/sign-out"');
  });

  it('says why somebody is here again', () => {
    expect(String(<SignInPage {...COMMUNE} startPath="/x" notice="ended" />)).toContain('Phiên làm việc đã kết thúc');
  });
});

describe('the page of someone without a role', () => {
  it('says which account this is, what to do, and whom to ask', () => {
    const admins = [{ name: 'Chị <b>Lan</b>', email: 'admin@demo.test' }];
    const text = String(<NoRolePage {...COMMUNE} me={STRANGER} admins={admins} />);
    expect(text).toContain('stranger@demo.test');
    expect(text).toContain('href="mailto:admin%40demo.test"');
    expect(text).toContain('Chị &lt;b&gt;Lan&lt;/b&gt;');
    expect(text).toContain('action="/sign-out"');
  });

  it('names the office where administrators are not to be named', () => {
    expect(String(<NoRolePage {...COMMUNE} me={STRANGER} admins={[]} />)).toContain('văn phòng xã');
  });
});

describe('a problem', () => {
  const problem = { ...COMMUNE, title: 'Không có quyền', detail: '<i>Hãy</i> hỏi người quản trị.', me: STRANGER };

  it('says what happened and leads back', () => {
    const text = String(<ProblemPage {...problem} status={403} />);
    expect(text).toContain('<h1>Không có quyền</h1>');
    expect(text).toContain('&lt;i&gt;Hãy&lt;/i&gt;');
    expect(text).toContain('href="/">Về trang tổng hợp');
    expect(text).toContain('Mã 403');
  });

  it('says when to try again, and leads to the sign-in where that helps', () => {
    expect(String(<ProblemPage {...problem} status={429} retryAfter={3} />)).toContain('sau 3 giây');
    expect(String(<ProblemPage {...problem} status={401} me={null} />)).toContain('href="/sign-in"');
  });
});
