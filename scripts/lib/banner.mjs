/** Columns on a terminal: a Chinese character takes two. @param {string} text */
const width = (text) =>
  Array.from(text).reduce(
    (sum, char) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1),
    0,
  )

/** @param {string} text @param {number} columns */
const pad = (text, columns) => text + ' '.repeat(Math.max(0, columns - width(text)))

/**
 * What a person sees when everything runs.
 * @param {string} address
 * @param {{ name: string, part: { zh: string, en: string }, employeeNo: string }[]} logins
 */
export function banner(address, logins) {
  const rows = [
    ['姓名 Name', '工号 No.', '角色', 'Part'],
    ...logins.map(({ name, employeeNo, part }) => [name, employeeNo, part.zh, part.en]),
  ]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => width(row[at] ?? ''))))
  const table = rows.map(
    (row) =>
      `  ${row
        .map((cell, at) => pad(cell, widths[at] ?? 0))
        .join('   ')
        .trimEnd()}`,
  )
  return [
    '',
    '  益践 已启动 · Yijian is running',
    `  ${address}`,
    `  接口文档 API reference  ${address}/docs`,
    '',
    '  打开页面，选择一位演示人物登录 · Open the page and log in as one of these people:',
    '',
    ...table,
    '',
    '  按 Ctrl-C 停止 · Press Ctrl-C to stop',
    '',
  ].join('\n')
}
