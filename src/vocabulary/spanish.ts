import type { Vocabulary } from './vocabulary.js';

export const spanish: Vocabulary = {
  calendar: {
    months:
      'ene/enero feb/febrero mar/marzo abr/abril may/mayo jun/junio jul/julio ago/agosto sep/sept/set/septiembre ' +
      'oct/octubre nov/noviembre dic/diciembre',
    weekdays: 'dom/domingo lun/lunes mar/martes mié/miércoles jue/jueves vie/viernes sáb/sábado',
    relative: {
      dayBeforeYesterday: ['anteayer', 'antes de ayer'],
      yesterday: ['ayer'],
      today: ['hoy'],
      tomorrow: ['mañana'],
      dayAfterTomorrow: ['pasado mañana'],
    },
    spans: { day: 'día días', week: 'semana semanas', month: 'mes meses', year: 'año años' },
    bestBefore: [
      ...['consumir preferentemente antes de', 'consumir preferentemente antes del', 'consumo preferente'],
      ...['cons. pref.', 'cons. pref. antes de', 'preferentemente antes de', 'preferentemente antes del'],
    ],
    useBy: ['fecha de caducidad', 'caduca', 'caduca el', 'caducidad', 'cad'],
    until: 'hasta',
    end: 'fin finales',
    ahead: 'en',
  },
  numbers: 'un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  dozen: 'docena docenas',
  half: 'medio media',
  measures: {
    g: 'g gr gramo gramos',
    kg: 'kg kilo kilos kilogramo kilogramos',
    ml: 'ml mililitro mililitros',
    cl: 'cl centilitro centilitros',
    l: 'l litro litros',
  },
  containers: [
    {
      words:
        'lata/latas botella/botellas paquete/paquetes bolsa/bolsas caja/cajas bote/botes tarro/tarros brik/briks ' +
        'cartón/cartones manojo/manojos rebanada/rebanadas loncha/lonchas pieza/piezas barra/barras diente/dientes ' +
        'tarrina/tarrinas bandeja/bandejas unidad/unidades sobre/sobres malla/mallas tableta/tabletas',
      hurried: true,
    },
  ],
  receipt: {
    totals: ['total', 'subtotal', 'total a pagar', 'a pagar', 'importe', 'importe total', 'suma'],
    payments: [
      'efectivo',
      'cambio',
      'tarjeta',
      'tarjeta bancaria',
      'tarjeta de crédito',
      'entregado',
      'devolución',
    ],
    taxes: ['iva', 'i.v.a.', 'base imponible', 'cuota'],
    discounts: ['descuento', 'dto', 'dto.', 'ahorro', 'oferta', 'cupón'],
    numbered: 'teléfono cif nif factura caja',
    chatter: ['gracias', 'muchas gracias'],
    headings: ['lista de la compra', 'lista de compras'],
    countedIn: 'ud uds',
  },
  places: { fridge: 'nevera frigorífico refrigerador', freezer: 'congelador', pantry: 'despensa' },
  of: 'de del',
  // “Tuna mayo”, “a tea set”, “once”.
  ambiguous: 'mar may mayo ago set dom lun vie once mes media',
};
