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
    monthParts: { beginning: 'principios', middle: 'mediados', late: '', end: 'fin finales' },
    ahead: 'en',
    ago: { before: ['hace'] },
    facts: { opened: 'abierto abierta', bought: 'comprado comprada', frozen: 'congelado congelada' },
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
        'cartón/cartones manojo/manojos barra/barras ' +
        'tarrina/tarrinas bandeja/bandejas sobre/sobres malla/mallas tableta/tabletas',
      hurried: true,
    },
    {
      words: 'rebanada/rebanadas loncha/lonchas pieza/piezas diente/dientes unidad/unidades',
      hurried: true,
      part: true,
    },
  ],
  lists: {
    totals:
      'total, total a pagar, importe total, a pagar, total compra, total eur, importe a pagar, total factura',
    subtotals: 'subtotal, sub total, suma y sigue',
    sums: `total subtotal pagar importe efectivo entregado cambio tarjeta bancaria iva base imponible cuota visa mastercard débito crédito
    ticket factura simplificada cajero cajera caja telefono tel nif cif ahorro ahorrado puntos devolución operación autorización
    compra artículos descuento pago contado saldo`,
    besides:
      'a de la el del por en su con tarj op n no num número nº total has ha fecha hora le atendió tienda centro art socio tipo suma y sigue eur recibido cliente',
    charges: `bolsa plástico, bolsa papel, bolsa reutilizable, bolsa rafia, bolsa compra, bolsa camiseta, descuento, cupón, vale, envío, gastos de envío, promoción, dto, redondeo, tarjeta regalo, ahorro`,
    deposits: 'depósito envase descuento cupón dto',
    chatter: `gracias, muchas gracias, se admiten devoluciones, conserve, no se admiten, vuelva pronto, hasta pronto, enviado desde, le atendió, horario`,
    titles:
      'lista de la compra, lista de compras, lista de compra, compra, la compra, compras, comprar, hay que comprar, lista',
    asking: 'comprar, compra, hay que comprar, necesitamos, faltan, falta, traer, trae',
    'meant for': 'para',
    sections: `lácteos, fruta, frutas, verdura, verduras, fruta y verdura, frutas y verduras, frutería, panadería, carne, carnes, carnicería, carne y pescado, pescado, pescadería, charcutería, congelados,
    bebidas, despensa, conservas, limpieza, higiene, hogar, droguería, desayuno, otros, varios, snacks, bebé, mascotas`,
    pieces: 'ud uds unid un unidades pza',
    counted: 'cant cantidad',
    measured: 'peso neto',
    describing: `fresco fresca frescos frescas entero entera desnatada desnatado semidesnatada semidesnatado picado picada picados rallado rallada seco seca secos secas ahumado ahumada molido molida
    rojo roja rojos rojas verde verdes blanco blanca negro negra negras amarillo congelado congelada congelados grande grandes pequeño pequeña pequeños triturado triturados natural integral
    dulce salado salada crudo cruda cocido cocida maduro maduros ecológico ecológica pelados`,
    describingEnds: 'rado rada lado lada cado cada',
    and: 'y e',
    together: 'sal y pimienta, aceite y vinagre, mar y tierra',
    columns:
      'descripción artículo artículos cantidad cant uds precio p. unit importe producto nombre unidad pvp fecha lugar',
  },
  places: { fridge: 'nevera frigorífico refrigerador', freezer: 'congelador', pantry: 'despensa' },
  of: 'de del',
  vague: ['algo de', 'un poco de', 'unos', 'unas', 'algunos', 'algunas'],
  each: 'cada',
  // “Tuna mayo”, “a tea set”, “once”.
  ambiguous: 'mar may mayo ago set dom lun vie once mes media',
};
