/** What a government site prints around a report: navigation, metadata, style sheets, scripts, footer. */

const columns =
  '机构职能,领导信息,政策文件,规范性文件,政策解读,规划计划,统计数据,财政预决算,行政许可,行政处罚,行政强制,收费项目,政府采购,重大项目,社会保障,社会救助,教育信息,公共卫生,安全生产,环境保护,食品药品,应急管理,招考录用,人事任免,建议提案,公开指南,公开制度,公开年报,依申请公开,意见征集'.split(
    ',',
  )

const navigation = (index: number): string =>
  columns
    .map((name, i) => {
      const inner = Array.from(
        { length: 4 },
        (_, k) =>
          `<li class="sub-item"><a href="/zwgk/c${1000 + i}/c${index % 10}${k}/index.html" target="_blank" title="${name}（${k + 1}）">${name}（${k + 1}）</a></li>`,
      ).join('\n')
      return `<li class="nav-item nav-item-${i}"><a href="/zwgk/c${1000 + i}/list.shtml" class="nav-link">${name}</a>\n<ul class="sub-nav">\n${inner}\n</ul></li>`
    })
    .join('\n')

const styles = Array.from(
  { length: 50 },
  (_, i) =>
    `.mod-${i} .list li a:hover, .mod-${i} .more{color:#c${i % 10}0000;text-decoration:none;line-height:${20 + i}px}\n.mod-${i}{width:${300 + i}px;margin:0 auto ${i}px;float:left;overflow:hidden;background:url(/images/bg${i}.png) no-repeat}`,
).join('\n')

const scripts = Array.from(
  { length: 32 },
  (_, i) =>
    `function show${i}(id, n) {\n  var box = document.getElementById(id + '_' + n);\n  if (box && box.style.display === 'none') { box.style.display = ''; } else if (n < ${i}) { $('#' + id).find('li').eq(n).addClass('on').siblings().removeClass('on'); }\n}`,
).join('\n')

const meta = (index: number): string =>
  [
    ['SiteName', '示范县人民政府'],
    ['SiteDomain', 'www.example.gov.cn'],
    ['ColumnName', '政府信息公开年报'],
    ['ArticleTitle', '示范县水务局2022年政府信息公开工作年度报告'],
    ['PubDate', `2023-01-${String((index % 28) + 1).padStart(2, '0')} 09:30`],
    ['ContentSource', '示范县水务局'],
    ['Keywords', '政府信息公开,年度报告'],
  ]
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('\n')

/** A whole page around the body of a report. */
export const chrome = (body: string, index: number): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${meta(index)}
<title>示范县水务局2022年政府信息公开工作年度报告 - 示范县人民政府</title>
<link rel="stylesheet" href="/css/common.css">
<style>
${styles}
</style>
<script src="/js/jquery.min.js"></script>
<script>
${scripts}
</script>
</head>
<body>
<div class="header"><div class="logo"><a href="/"><img src="/images/logo.png" alt="示范县人民政府"></a></div>
<form class="search" action="/search" method="get"><input type="hidden" name="site" value="1"><input type="text" name="q" placeholder="请输入关键字"><button type="submit">搜索</button></form></div>
<div class="nav"><ul class="nav-list">
${navigation(index)}
</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
<div class="article">
<h1>示范县水务局2022年政府信息公开工作年度报告</h1>
<div class="info"><span>发布日期：2023-01-${(index % 28) + 1}</span> <span>信息来源：示范县水务局</span> <span>浏览次数：<i id="hits">0</i></span> <span>字体：[<a href="javascript:show1('t',1)">大</a> <a href="javascript:show1('t',2)">中</a> <a href="javascript:show1('t',3)">小</a>]</span></div>
<div class="content" id="zoom">
${body}
</div>
<div class="share"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>
</div>
<div class="footer">
<p><a href="/about/">关于我们</a> | <a href="/map/">网站地图</a> | <a href="/contact/">联系我们</a></p>
<p>主办单位：示范县人民政府办公室　承办：示范县大数据中心</p>
<p>网站标识码：0000000000　ICP备00000000号</p>
</div>
<script>
${scripts}
</script>
</body>
</html>
`
