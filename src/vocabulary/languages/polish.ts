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
    monthParts: { beginning: 'początek', middle: 'połowa', late: '', end: 'koniec końca końcem' },
    ahead: 'za',
    ago: { after: 'temu' },
    facts: {
      opened: 'otwarte otwarty otwarta',
      bought: 'kupione kupiony kupiona',
      frozen: 'zamrożone zamrożony zamrożona',
    },
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
        'pudełko/pudełka/pudełek pęczek/pęczki/pęczków kostka/kostki/kostek ' +
        'bochenek/bochenki/bochenków tabliczka/tabliczki/tabliczek główka/główki/główek ' +
        'saszetka/saszetki/saszetek',
      hurried: true,
    },
    {
      words: 'plaster/plastry/plastrów sztuka/sztuki/sztuk szt ząbek/ząbki/ząbków kromka/kromki/kromek',
      hurried: true,
      part: true,
    },
  ],
  lists: {
    totals: 'suma, suma pln, razem, do zapłaty, razem do zapłaty, łącznie, suma do zapłaty, razem pln',
    subtotals: 'podsuma, suma częściowa, suma cząstkowa',
    sums: `suma razem zapłaty gotówka reszta karta płatnicza ptu sprzedaż opodatkowana opod opodatk kwota podatek rabat opust nip paragon fiskalny
    niefiskalny kasjer kasa rozliczenie płatności płatność podsuma oszczędzasz zaoszczędziłeś punkty tel telefon vat bezgotówkowa wydruk transakcji visa mastercard zapłacono
    pieniądze nr`,
    besides: 'do w z pln zł stawka numer id data godz wpłata łącznie a b c d e f g sp op ilość',
    charges: `sprzedaż, sprz opod, reklamówka, torba papierowa, torba foliowa, torba na zakupy, siatka na zakupy, siatka, torba, rabat, opust, kupon, obniżka, dostawa, karta podarunkowa`,
    deposits: 'kaucja opust rabat kupon opak',
    chatter: `dziękujemy, dziękuję, zapraszamy, do zobaczenia, miłego dnia, wysłane z, zachowaj`,
    titles: 'lista zakupów, zakupy, kupić, do kupienia, lista, sprawunki',
    asking: 'kup, kupić, weź, potrzebujemy, trzeba kupić, nie zapomnij',
    'meant for': 'do',
    sections: `nabiał, owoce, warzywa, owoce i warzywa, warzywa i owoce, pieczywo, piekarnia, mięso, mięso i ryby, wędliny, ryby, mrożonki, napoje, słodycze, przekąski, chemia, dom, higiena, konserwy, przyprawy, śniadanie, inne, różne, dla dziecka`,
    pieces: 'szt sztuk sztuki op',
    counted: 'ilość',
    measured: 'waga netto',
    describing: `świeży świeża świeże mielony mielona mielone krojony krojone tarty tarta suszony suszone suszona wędzony wędzona wędzone cały całe czerwony czerwona czerwone zielony zielona zielone
    biały biała białe czarny czarna czarne żółty żółta mrożony mrożone mrożona duży duże duża mały małe mała chudy chude tłusty pełnoziarnisty słodki słodka kwaśny kwaśna dojrzałe dojrzały ekologiczne`,
    describingEnds: 'iony ione iona',
    and: 'i oraz',
    together: 'sól i pieprz, pieprz i sól',
    columns: 'nazwa ilość cena wartość produkt jednostka data miejsce ptu',
  },
  vague: ['trochę', 'kilka', 'parę'],
  places: {
    fridge: 'lodówka lodówce',
    freezer: 'zamrażarka zamrażarce zamrażalnik',
    pantry: 'spiżarnia spiżarni',
  },
  ambiguous: 'mar marca maj lip sob pt op lis plaster lata',
};
