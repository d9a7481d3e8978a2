/** Names that releases give to lines: results, each alone the whole line. */
export const WHOLE_LABELS: Readonly<Record<string, string>> = {
  revenue:
    "total revenues|revenues|revenue|total net revenues|net revenues|总收入|收入总额|收入合计|总营收|营业收入|营业总收入|收入|营收",
  revenuePublic:
    "public cloud services|public cloud service|revenues from public cloud services|public cloud|public cloud revenues|公有云服务|公有云|公有云收入|公有云服务收入|来自公有云服务的收入",
  revenueEnterprise:
    "enterprise cloud services|enterprise cloud service|revenues from enterprise cloud services|enterprise cloud|enterprise cloud revenues|行业云服务|行业云|行业云收入|行业云服务收入|企业云服务|企业云|来自行业云服务的收入",
  revenueEcosystem:
    "revenues from xiaomi and kingsoft ecosystem|revenue from xiaomi and kingsoft|xiaomi and kingsoft ecosystem|ecosystem revenues|revenues from ecosystem|来自小米及金山生态的收入|小米及金山生态收入|小米金山生态收入|小米和金山生态收入|生态收入|来自小米和金山生态的收入",
  aiGrossBilling:
    "ai gross billings|ai gross billing|gross billings of ai|gross billings from ai|intelligent computing gross billings|ai business gross billings|ai账单收入|智算云账单收入|智算云服务账单收入|人工智能账单收入|ai业务账单收入|ai总账单|智算账单收入",
  costOfRevenue:
    "cost of revenues|cost of revenue|total cost of revenues|cost of sales|营业成本|收入成本|总营业成本|营业成本总额|销售成本|营业成本合计",
  costIdc:
    "idc costs|idc cost|internet data center costs|bandwidth and idc costs|idc成本|互联网数据中心成本|idc费用",
  costDepreciation:
    "depreciation and amortization costs|depreciation and amortisation in cost|折旧及摊销成本|折旧与摊销成本|折旧和摊销成本",
  costSolution:
    "solution development and services costs|solution development and service costs|solution development and services|解决方案开发及服务成本|解决方案开发与服务成本|解决方案开发和服务成本",
  costFulfilment: "fulfillment costs|fulfilment costs|fulfillment cost|履约成本|履行成本",
  costOther: "other costs|other costs of revenues|other cost of revenues|其他成本|其他营业成本",
  grossProfit: "gross profit|gross result|毛利|毛利润|毛结果|毛利总额",
  adjustedGrossProfit:
    "adjusted gross profit|adjusted gross result|经调整毛利|经调整毛利润|调整后毛利|调整后毛利润",
  adjustedResearchDevelopment:
    "adjusted research and development expenses|research and development expenses adjusted|adjusted r&d expenses|经调整研发费用|调整后研发费用|经调整研发开支|经调整研究及开发费用",
  adjustedSellingMarketing:
    "adjusted selling and marketing expenses|selling and marketing expenses adjusted|经调整销售及营销费用|经调整销售和营销费用|调整后销售费用|经调整销售及市场推广费用|经调整销售及营销开支",
  adjustedGeneralAdministrative:
    "adjusted general and administrative expenses|general and administrative expenses adjusted|经调整一般及行政费用|经调整一般和行政费用|调整后管理费用|经调整一般及行政开支",
  adjustedOperatingExpenses:
    "adjusted operating expenses|total adjusted operating expenses|经调整经营费用|经调整运营费用|经调整营业费用|调整后运营费用|经调整经营开支",
  researchDevelopment:
    "research and development expenses|research and development|r&d expenses|研发费用|研究及开发费用|研究与开发费用|研发开支|研究及开发开支|研发支出",
  sellingMarketing:
    "selling and marketing expenses|selling and marketing|sales and marketing expenses|销售及营销费用|销售和营销费用|销售及市场推广费用|销售费用|销售及营销开支|营销费用",
  generalAdministrative:
    "general and administrative expenses|general and administrative|一般及行政费用|一般和行政费用|行政费用|管理费用|一般及行政开支",
  impairment:
    "impairment of long-lived assets|impairment of longlived assets|impairment|impairment of goodwill and long-lived assets|长期资产减值|长期资产减值损失|长期资产减值亏损|减值损失",
  operatingResult:
    "operating loss|operating profit|operating income|operating result|loss from operations|income from operations|经营亏损|经营利润|经营结果|经营收益|营业亏损|营业利润|营业结果|运营亏损|运营利润|经营溢利",
  adjustedOperatingResult:
    "adjusted operating loss|adjusted operating profit|adjusted operating income|adjusted operating result|经调整经营亏损|经调整经营利润|经调整经营结果|经调整营业利润|经调整营业亏损|调整后经营利润|调整后经营亏损|调整后营业利润|经调整运营利润|经调整经营溢利",
  shareBasedPay:
    "share-based compensation expenses|share-based compensation|share based compensation expenses|total share-based compensation expenses|以股份为基础的薪酬费用|股份薪酬费用|股权激励费用|股份支付费用|以股份为基础的薪酬|股份激励费用|股份酬金开支|股权激励开支|股份报酬费用",
  interestIncome: "interest income|利息收入",
  interestExpense: "interest expense|interest expenses|finance costs|利息费用|利息支出|利息开支|财务费用",
  foreignExchange:
    "foreign exchange gain|foreign exchange loss|foreign exchange result|foreign exchange result net|foreign exchange gains|exchange gain|汇兑收益|汇兑损失|汇兑结果|汇兑亏损|外汇收益|外汇损失|外汇结果|外汇亏损",
  pretaxResult:
    "loss before income taxes|loss before income tax|profit before income tax|income before income taxes|result before income taxes|loss before tax|profit before tax|result before income tax|除所得税前亏损|所得税前亏损|除税前亏损|税前亏损|除所得税前利润|税前利润|税前结果|除所得税前结果|所得税前结果|除税前结果|除税前溢利|利润总额",
  incomeTax:
    "income tax expense|income tax expenses|income tax benefit|income tax result|income tax|income taxes|income tax credit|所得税费用|所得税|所得税抵免|所得税开支|所得税结果|所得税利益|所得税收益|所得税支出",
  netResult:
    "net loss|net profit|net income|net result|loss for the period|profit for the period|result for the period|净亏损|净利润|净结果|净收益|期内亏损|期内利润|本期净亏损|净溢利|期内结果",
  netResultAttributable:
    "net loss attributable to kingsoft cloud holdings limited|net result attributable to kingsoft cloud holdings limited|net income attributable to kingsoft cloud holdings limited|net profit attributable to kingsoft cloud holdings limited|net loss attributable to ordinary shareholders|net result attributable to ordinary shareholders|net loss attributable to shareholders|net result attributable to shareholders|net loss attributable to kingsoft cloud|net loss attributable to owners of the company|归属于金山云控股有限公司的净亏损|归属于金山云控股有限公司的净结果|归属于金山云控股有限公司的净利润|金山云控股有限公司应占净亏损|金山云控股有限公司应占净结果|归属于普通股股东的净亏损|归属于普通股股东的净结果|归母净利润|归母净亏损|归属于母公司股东的净利润|本公司拥有人应占亏损|归属于本公司股东的净亏损",
  adjustedNetResult:
    "adjusted net loss|adjusted net profit|adjusted net income|adjusted net result|经调整净亏损|经调整净利润|经调整净结果|调整后净亏损|调整后净利润|调整后净结果|经调整净溢利",
  adjustedEbitda:
    "adjusted ebitda|经调整ebitda|调整后ebitda|经调整息税折旧摊销前利润|经调整的ebitda|经调整税息折旧及摊销前利润|经调整除利息税项折旧及摊销前利润",
  depreciationAmortisation:
    "depreciation and amortization|depreciation and amortization expenses|折旧及摊销|折旧与摊销|折旧和摊销|折旧摊销|折旧及摊销费用",
  capexCompanyBasis:
    "capital expenditures|capital expenditure|total capital expenditures|capex|资本开支|资本支出|资本性支出|资本开支总额|资本性开支",
  leasedAdditions:
    "right-of-use assets obtained in exchange for lease liabilities|leased|租赁取得的使用权资产|以租赁负债换取的使用权资产|租赁",
  ownedAdditions: "self-procured|self procured|自采|自购",
  cash: "cash and cash equivalents|cash and cash equivalent|现金及现金等价物|现金和现金等价物|货币资金",
  restrictedCash: "restricted cash|受限制现金|受限现金|受限资金",
  goodwill: "goodwill|商誉",
  intangibles: "intangible assets net|intangible assets|无形资产净额|无形资产|无形资产净值",
  equityInvestments:
    "equity investments|equity investment|long-term investments|股权投资|权益投资|权益类投资|长期投资",
  accountsPayable: "accounts payable|trade payables|应付账款|应付款项|贸易应付款项",
  equityAttributable:
    "total kingsoft cloud holdings limited shareholders' equity|total shareholders' equity attributable to kingsoft cloud holdings limited|total kingsoft cloud shareholders equity|equity attributable to shareholders|equity attributable to owners of the company|金山云控股有限公司股东权益总额|归属于金山云控股有限公司股东的权益|归属于本公司股东的权益|归母权益|金山云控股有限公司股东权益合计",
  nonControllingInterests:
    "noncontrolling interests|non-controlling interests|minority interests|非控股权益|少数股东权益|非控制性权益|非控制性股东权益",
};

/** Names of rows that make a line together with others. A name before a colon stands for rows below such a title only. */
export const PART_LABELS: Readonly<Record<string, string>> = {
  otherIncome:
    "other income net|other gain net|other result net|other income|other result|other loss net|other expense net|其他收入净额|其他收益净额|其他结果净额|其他收益|其他结果|其他损失净额|其他亏损净额|其他净收益",
  receivables:
    "accounts receivable net|accounts receivable|trade receivables|应收账款净额|应收账款|currentassets:amounts due from related parties|currentassets:应收关联方款项|currentassets:应收关联方|应收关联方款项流动",
  prepayments:
    "currentassets:prepayments and other assets|prepayments and other current assets|currentassets:预付款项及其他资产|currentassets:预付款及其他资产|预付款项及其他流动资产|short-term investments|短期投资",
  ppeAndRou:
    "property and equipment net|property and equipment|property plant and equipment|operating lease right-of-use assets|right-of-use assets|物业及设备净额|物业及设备|固定资产净额|固定资产|经营租赁使用权资产|使用权资产|物业厂房及设备",
  otherNonCurrentAssets:
    "noncurrentassets:prepayments and other assets|noncurrentassets:amounts due from related parties|other non-current assets|deferred tax assets|noncurrentassets:预付款项及其他资产|noncurrentassets:应收关联方款项|其他非流动资产|递延所得税资产|noncurrentassets:预付款及其他资产",
  accruedLiabilities:
    "accrued expenses and other liabilities|accrued expenses and other current liabilities|income tax payable|other liabilities|deferred tax liabilities|other non-current liabilities|预提费用及其他负债|应计费用及其他负债|应交所得税|应付所得税|其他负债|递延所得税负债|预提费用及其他流动负债|其他非流动负债",
  borrowings:
    "short-term borrowings|short-term bank loans|short-term loans|long-term borrowings|long-term borrowings current portion|current portion of long-term borrowings|long-term bank loans|long-term bank loans current portion|amounts due to related parties|loans due to related parties|finance lease liabilities|短期借款|短期银行借款|短期银行贷款|长期借款|长期借款即期部分|长期银行贷款|一年内到期的长期借款|应付关联方款项|应付关联方|长期借款流动部分|长期银行贷款即期部分",
  leaseLiability:
    "operating lease liabilities|operating lease liabilities current|operating lease liabilities non-current|current operating lease liabilities|non-current operating lease liabilities|lease liabilities|current lease liabilities|non-current lease liabilities|经营租赁负债|租赁负债|租赁负债流动|租赁负债非流动|流动经营租赁负债|非流动经营租赁负债|经营租赁负债即期部分",
};
