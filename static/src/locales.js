// Dates and words of charts in both languages. Plotly has no Welsh.

export const LOCALES = [
  {
    moduleType: "locale",
    name: "en",
    dictionary: {},
    format: {
      days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
      shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
      months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
      shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
      periods: ["AM", "PM"], dateTime: "%d/%m/%Y %H:%M", date: "%d/%m/%Y", time: "%H:%M", year: "%Y", month: "%b %Y", dayMonth: "%-d %b", dayMonthYear: "%-d %b %Y", decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""],
    },
  },
  {
    moduleType: "locale",
    name: "cy",
    dictionary: {
      "Autoscale": "Graddfa awtomatig",
      "Box Select": "Dewis blwch",
      "Double-click to zoom back out": "Cliciwch ddwywaith i chwyddo allan",
      "Download plot": "Lawrlwytho’r siart",
      "Download plot as a PNG": "Lawrlwytho’r siart fel PNG",
      "Pan": "Symud",
      "Reset axes": "Ailosod yr echelinau",
      "Zoom": "Chwyddo",
      "Zoom in": "Chwyddo i mewn",
      "Zoom out": "Chwyddo allan",
      "Click to enter Plot title": "Cliciwch i roi teitl",
    },
    format: {
      days: ["Dydd Sul", "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn"],
      shortDays: ["Sul", "Llun", "Maw", "Mer", "Iau", "Gwe", "Sad"],
      months: ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
      shortMonths: ["Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag"],
      periods: ["YB", "YH"], dateTime: "%d/%m/%Y %H:%M", date: "%d/%m/%Y", time: "%H:%M", year: "%Y", month: "%b %Y", dayMonth: "%-d %b", dayMonthYear: "%-d %b %Y", decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""],
    },
  },
];
