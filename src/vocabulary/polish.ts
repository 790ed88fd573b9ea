import type { Vocabulary } from './vocabulary.js';

export const polish: Vocabulary = {
  calendar: {
    months:
      'sty/styczeń/stycznia lut/luty/lutego mar/marzec/marca kwi/kwiecień/kwietnia maj/maja cze/czerwiec/czerwca ' +
      'lip/lipiec/lipca sie/sierpień/sierpnia wrz/wrzesień/września paź/październik/października ' +
      'lis/listopad/listopada gru/grudzień/grudnia',
    weekdays:
      'niedz/niedziela/niedzielę/niedzieli pon/poniedziałek/poniedziałku wt/wtorek/wtorku śr/środa/środę/środy ' +
      'czw/czwartek/czwartku pt/piątek/piątku sob/sobota/sobotę/soboty',
    relative: {
      dayBeforeYesterday: ['przedwczoraj'],
      yesterday: ['wczoraj'],
      today: ['dziś', 'dzisiaj'],
      tomorrow: ['jutro'],
      dayAfterTomorrow: ['pojutrze'],
    },
    spans: {
      day: 'dzień dni',
      week: 'tydzień tygodnie tygodni',
      month: 'miesiąc miesiące miesięcy',
      year: 'rok lata lat',
    },
    bestBefore: [...['najlepiej spożyć przed', 'najlepiej przed']],
    useBy: ['należy spożyć do', 'spożyć do', 'termin ważności', 'termin przydatności', 'ważne do'],
    until: 'przed',
    end: 'koniec końca końcem',
    ahead: 'za',
  },
  numbers:
    'jeden/jedna/jedno dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście',
  dozen: 'tuzin tuziny',
  half: 'pół',
  measures: {
    g: 'g gram gramy gramów',
    dag: 'dag deka dekagram dekagramy dekagramów',
    kg: 'kg kilo kilogram kilogramy kilogramów',
    ml: 'ml mililitr mililitry mililitrów',
    l: 'l litr litry litrów',
  },
  containers: [
    {
      words:
        'puszka/puszki/puszek butelka/butelki/butelek słoik/słoiki/słoików opakowanie/opakowania/opakowań op ' +
        'paczka/paczki/paczek karton/kartony/kartonów torba/torby/toreb torebka/torebki/torebek kubek/kubki/kubków ' +
        'pudełko/pudełka/pudełek pęczek/pęczki/pęczków kostka/kostki/kostek plaster/plastry/plastrów ' +
        'sztuka/sztuki/sztuk szt bochenek/bochenki/bochenków tabliczka/tabliczki/tabliczek główka/główki/główek ' +
        'ząbek/ząbki/ząbków kromka/kromki/kromek saszetka/saszetki/saszetek',
      hurried: true,
    },
  ],
  receipt: {
    totals: ['suma', 'suma pln', 'razem', 'do zapłaty', 'łącznie', 'podsuma'],
    payments: ['gotówka', 'reszta', 'karta', 'karta płatnicza', 'płatność kartą', 'zapłacono'],
    taxes: ['vat', 'ptu', 'suma ptu', 'sprzedaż opodatkowana'],
    discounts: ['rabat', 'opust', 'obniżka', 'kupon', 'zniżka'],
    numbered: 'nip kasa paragon faktura',
    chatter: ['dziękujemy', 'dziękuję'],
    headings: ['lista zakupów', 'zakupy'],
  },
  places: {
    fridge: 'lodówka lodówce',
    freezer: 'zamrażarka zamrażarce zamrażalnik',
    pantry: 'spiżarnia spiżarni',
  },
  ambiguous: 'mar marca maj lip sob pt op lis plaster',
};
