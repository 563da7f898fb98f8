import { workbook } from './sheet.mjs'
import { presentation } from './slides.mjs'
import { field, gray, heading, paragraph, run, table, tickBox, title, wordDocument } from './word.mjs'

/** The templates of the gallery in one language; `t` chooses between English and Chinese. */
export function galleryContents(t) {
  return {
    'letter.docx': letter(t),
    'minutes.docx': minutes(t),
    'lesson-plan.docx': lessonPlan(t),
    'quiz.docx': quiz(t),
    'grade-sheet.xlsx': gradeSheet(t),
    'budget.xlsx': budget(t),
    'invoice.xlsx': invoice(t),
    'slides.pptx': slides(t),
  }
}

const letter = (t) =>
  wordDocument([
    paragraph(t('Your school', '您的学校'), { size: 20, bold: true, color: '0F766E', after: 0 }),
    paragraph(
      t('1 School Road · 12345 Town · office@example.org', '学校路 1 号 · 某市 · office@example.org'),
      {
        size: 9,
        color: gray,
        after: 30,
        rule: true,
      },
    ),
    ...[t('Ms Ada Example', '某某女士'), t('2 Garden Street', '花园街 2 号'), t('12345 Town', '某市')].map(
      (line) => paragraph(line, { after: 0 }),
    ),
    paragraph(t('Town, 1 September', '9 月 1 日'), { align: 'right', before: 24, after: 18 }),
    paragraph(t('What this letter is about', '信件主题'), { bold: true, size: 13, after: 12 }),
    paragraph(t('Dear Ms Example,', '尊敬的某某女士：')),
    paragraph(
      t(
        'Say first what you want, in one sentence. Then give the reasons, one paragraph for each, as short as you can.',
        '请先用一句话说明来意，然后分段说明理由，尽量简短。',
      ),
    ),
    paragraph(
      t(
        'End with what should happen next, by whom, and until when.',
        '最后说明下一步由谁、在何时之前完成什么。',
      ),
    ),
    paragraph(t('Kind regards,', '此致敬礼'), { before: 12, after: 36 }),
    paragraph(t('Your name', '您的姓名'), { bold: true, after: 0 }),
    paragraph(t('Your office', '您的职务'), { color: gray }),
  ])

const minutes = (t) =>
  wordDocument([
    title(t('Minutes', '会议记录')),
    table(
      [22, 78],
      [
        [t('Meeting', '会议'), t('Staff meeting', '教职工会议')],
        [t('Date and place', '时间和地点'), t('1 September, 15:00, room 12', '9 月 1 日 15:00，12 号房间')],
        [t('Present', '出席'), t('Names', '姓名')],
        [t('Excused', '请假'), t('Names', '姓名')],
        [t('Written by', '记录人'), t('Name', '姓名')],
      ],
      { head: false },
    ),
    heading(t('1. Subject', '1. 议题')),
    paragraph(t('What was said, in two or three sentences.', '用两三句话记录讨论内容。')),
    heading(t('2. Subject', '2. 议题')),
    paragraph(t('What was said, in two or three sentences.', '用两三句话记录讨论内容。')),
    heading(t('Decisions and tasks', '决定和任务')),
    table(
      [52, 28, 20],
      [[t('What', '事项'), t('Who', '负责人'), t('Until', '期限')], ...[1, 2, 3].map(() => ['', '', ''])],
    ),
    paragraph(t('Next meeting: date and place', '下次会议：时间和地点'), { color: gray }),
  ])

const lessonPlan = (t) =>
  wordDocument([
    title(t('Lesson plan', '教案')),
    table(
      [25, 25, 25, 25],
      [
        [t('Subject', '科目'), t('Class', '班级'), t('Date', '日期'), t('Teacher', '教师')],
        ['', '', '', ''],
      ],
    ),
    heading(t('What the class can do afterwards', '教学目标')),
    paragraph(t('• They can explain …', '• 学生能够解释……'), { after: 2 }),
    paragraph(t('• They can use … in a new task', '• 学生能够在新任务中运用……')),
    heading(t('Course of the lesson', '教学过程')),
    table(
      [14, 40, 22, 24],
      [
        [t('Minutes', '分钟'), t('What happens', '内容'), t('How', '形式'), t('Material', '材料')],
        ['5', t('Beginning: a question', '导入：提出问题'), t('All together', '全班'), ''],
        ['15', t('New matter', '新授内容'), t('Talk', '讲解'), ''],
        ['20', t('Practice', '练习'), t('In pairs', '两人一组'), ''],
        ['5', t('What do we take along?', '小结'), t('All together', '全班'), ''],
      ],
      { height: 460 },
    ),
    heading(t('Homework', '作业')),
    paragraph(t('What, until when, and how long it takes.', '内容、期限以及所需时间。')),
    heading(t('Afterwards: what went well, what next time?', '课后反思')),
    paragraph(''),
  ])

function quiz(t) {
  const question = (number, text, answers) => [
    heading(`${number}. ${text}`),
    ...answers.map((answer) => paragraph(tickBox() + run(`  ${answer}`), { after: 3 })),
  ]
  return wordDocument([
    title(t('Quiz', '测验')),
    table(
      [50, 50],
      [
        [
          paragraph(run(t('Name: ', '姓名：'), { bold: true }) + field(t('your name', '填写姓名'))),
          paragraph(run(t('Class: ', '班级：'), { bold: true }) + field(t('your class', '填写班级'))),
        ],
      ],
      { head: false },
    ),
    paragraph(
      t('Tick every right answer. There may be more than one.', '请勾选所有正确答案，可能不止一个。'),
      {
        color: gray,
      },
    ),
    ...question(1, t('Which of these are planets?', '以下哪些是行星？'), [
      t('Mars', '火星'),
      t('The moon', '月球'),
      t('Venus', '金星'),
    ]),
    ...question(2, t('Write the second question here', '在此填写第二题'), [
      t('First answer', '答案一'),
      t('Second answer', '答案二'),
      t('Third answer', '答案三'),
    ]),
    heading(t('3. Answer in your own words', '3. 请用自己的话回答')),
    paragraph(field(t('Write your answer here', '在此填写答案'))),
  ])
}

function gradeSheet(t) {
  const first = 5
  const pupils = Array.from({ length: 12 }, (_, index) => index + first)
  const last = first + pupils.length - 1
  const tests = ['B', 'C', 'D', 'E']
  return workbook({
    name: t('Grades', '成绩'),
    widths: [28, 12, 12, 12, 12, 12],
    frozen: 4,
    rows: [
      [[t('Grade sheet', '成绩表'), 'title']],
      [[t('Class, subject, term', '班级、科目、学期'), 'note']],
      [],
      [
        [t('Name', '姓名'), 'head'],
        ...tests.map((_, index) => [t(`Test ${index + 1}`, `测验 ${index + 1}`), 'head']),
        [t('Average', '平均分'), 'head'],
      ],
      ...pupils.map((row) => [
        ['', 'cell'],
        ...tests.map(() => ['', 'cell']),
        [`=IF(COUNT(B${row}:E${row})=0,"",AVERAGE(B${row}:E${row}))→`, 'average'],
      ]),
      [
        [t('Average of the class', '班级平均'), 'total'],
        ...[...tests, 'F'].map((column) => [
          `=IF(COUNT(${column}${first}:${column}${last})=0,"",AVERAGE(${column}${first}:${column}${last}))→`,
          'average',
        ]),
      ],
    ],
  })
}

function budget(t) {
  const lines = [
    [t('Materials', '材料'), 1200, 940],
    [t('Travel', '差旅'), 800, 860],
    [t('Rooms', '场地'), 500, 500],
    [t('Printing', '印刷'), 150, 90],
    [t('Other', '其他'), 200, 0],
  ]
  const sum = (column) => lines.reduce((total, line) => total + line[column], 0)
  return workbook({
    name: t('Budget', '预算'),
    widths: [30, 16, 16, 16, 14],
    frozen: 4,
    rows: [
      [[t('Budget', '预算'), 'title']],
      [[t('Project and year', '项目和年度'), 'note']],
      [],
      [
        t('Item', '项目'),
        t('Planned', '预算'),
        t('Spent', '已用'),
        t('Left', '剩余'),
        t('Share', '占比'),
      ].map((text) => [text, 'head']),
      ...lines.map(([name, planned, spent], index) => [
        [name, 'cell'],
        [planned, 'money'],
        [spent, 'money'],
        [`=B${index + 5}-C${index + 5}→${planned - spent}`, 'money'],
        [`=IF(B${index + 5}=0,0,C${index + 5}/B${index + 5})→${spent / planned}`, 'percent'],
      ]),
      [
        [t('Total', '合计'), 'total'],
        [`=SUM(B5:B9)→${sum(1)}`, 'totalMoney'],
        [`=SUM(C5:C9)→${sum(2)}`, 'totalMoney'],
        [`=B10-C10→${sum(1) - sum(2)}`, 'totalMoney'],
        ['', 'total'],
      ],
    ],
  })
}

function invoice(t) {
  const lines = [
    [t('First service', '第一项服务'), 2, 120],
    [t('Second service', '第二项服务'), 1, 80],
    ['', '', ''],
    ['', '', ''],
  ]
  const net = 320
  return workbook({
    name: t('Invoice', '发票'),
    widths: [36, 12, 16, 18],
    rows: [
      [[t('Invoice', '发票'), 'title']],
      [[t('Your name · your address · your tax number', '您的名称 · 地址 · 税号'), 'note']],
      [],
      [[t('For', '客户'), 'label'], null, [t('Number', '编号'), 'label'], ['2026-001', 'cell']],
      [[t('Name of the customer', '客户名称'), 'plain'], null, [t('Date', '日期'), 'label'], [46023, 'date']],
      [[t('Address', '地址'), 'plain'], null, [t('Due', '到期日'), 'label'], ['=D5+14→46037', 'date']],
      [],
      [t('Item', '项目'), t('Amount', '数量'), t('Price', '单价'), t('Total', '金额')].map((text) => [
        text,
        'head',
      ]),
      ...lines.map(([name, amount, price], index) => [
        [name, 'cell'],
        [amount, 'cell'],
        [price, 'money'],
        [`=B${index + 9}*C${index + 9}→${(amount || 0) * (price || 0)}`, 'money'],
      ]),
      [null, null, [t('Sum', '小计'), 'total'], [`=SUM(D9:D12)→${net}`, 'totalMoney']],
      [null, [0.19, 'percent'], [t('Tax', '税'), 'total'], [`=D13*B14→${net * 0.19}`, 'totalMoney']],
      [null, null, [t('To pay', '应付'), 'total'], [`=D13+D14→${net * 1.19}`, 'totalMoney']],
      [],
      [[t('Please pay by transfer to: your account', '请转账至：您的账户'), 'note']],
    ],
  })
}

const slides = (t) =>
  presentation({
    title: t('Title of the talk', '演讲标题'),
    subtitle: t('Your name · occasion · date', '您的姓名 · 场合 · 日期'),
    slides: [
      {
        heading: t('What this is about', '主要内容'),
        lines: [
          t('The question', '问题'),
          t('What we did', '我们做了什么'),
          t('What we found', '我们发现了什么'),
        ],
      },
      {
        heading: t('One thought on each slide', '每页一个要点'),
        lines: [
          t('Three lines are plenty', '三行足够'),
          t('Numbers need a comparison', '数字需要比较'),
          t('Pictures say more', '图片更有说服力'),
        ],
      },
      {
        heading: t('What to take along', '总结'),
        lines: [
          t('The one sentence they should remember', '希望听众记住的一句话'),
          t('Questions?', '有问题吗？'),
        ],
      },
    ],
  })
