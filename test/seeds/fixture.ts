/** A smallest valid set of seed texts for the refusal tests; each test changes one line. */
export function smallSeeds(): Record<string, string> {
  return {
    "metrics.csv": lines(
      "id,label,unit,kind,description",
      "revenue,Total revenue,RMB m,flow,Total revenues",
      "revenuePublic,Public cloud revenue,RMB m,flow,Public cloud",
      "grossMargin,Gross margin,%,ratio,Gross profit divided by revenue",
      "eventDate,Event,date,other,Day of an event",
    ),
    "sources.csv": lines(
      "id,title,publisher,date,kind,sha256,url",
      "release,Results release,SEC,2025-11-19,filing,,https://www.sec.gov/Archives/x.htm",
      "call,Earnings call,transcript,2025-11-19,seed,,",
      "site,Data site,site,,aggregator,,",
    ),
    "publication.csv": lines("of,known_from,note", "2025Q3,2025-11-19,results", "site,2026-02-01,undated"),
    "assumptions.csv": lines(
      "driver,downside,base,upside,renewalDelayed,renewalLapses,custom,custom2,custom3,min,max,tier,facts,reason",
      "growth,1,2,3,,,,,,-50,100,judgement,revenue.2025Q3.release,Growth of the last year",
    ),
    "facts/call.csv": lines(
      factHeader,
      "revenue.2025Q3.call,revenue,2025Q3,reported,24.8,RMB bn,24.8 billion,call,Results,transcription-error,",
      'revenue.2025Q3.call_2,revenue,2025Q3,reported,2.48,RMB bn,"2.48 billion",call,Results,rounded,',
    ),
    "facts/release.csv": lines(
      factHeader,
      'revenue.2025Q3.release,revenue,2025Q3,reported,2478.0,RMB m,"2,478.0",release,Results,ok,',
      'revenuePublic.2025Q3.release,revenuePublic,2025Q3,reported,1752300,RMB k,"1,752,300",release,Results,ok,',
    ),
    "derived/sums.csv": lines(
      "id,metric,period,basis,unit,formula,value,low,high,note",
      "revenue.2025Q3.derived,revenue,2025Q3,reported,RMB m,{revenuePublic.2025Q3.release} / 1000 + 725.7,2478,2477.9995,2478.0005,",
    ),
    "conflicts/call.json": JSON.stringify([
      {
        id: "unit3q25",
        metric: "revenue",
        period: "2025Q3",
        kind: "unit",
        status: "settled",
        chosen: "revenue.2025Q3.release",
        rejected: ["revenue.2025Q3.call"],
        proof: [
          {
            formula: "{revenuePublic.2025Q3.release} / 1000 + 725.7",
            equals: "2478",
            within: "0.1",
          },
        ],
        explanation: "Public and enterprise cloud add up to it.",
      },
    ]),
  };
}

/** The header of a facts file. */
export const factHeader = "id,metric,period,basis,value,unit,as_printed,source,locator,quality,note";

function lines(...all: string[]): string {
  return `${all.join("\n")}\n`;
}
