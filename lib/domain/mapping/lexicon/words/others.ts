/** Dutch, Polish, Scandinavian, Russian, Japanese and Chinese words by concept. */
export const others = `
cpu: procesor, 处理器, プロセッサ, процессор, processorer
core: kernen, rdzenie, 核心数, コア数, ядра
number: aantal, ilosc, liczba, antal, 数量, 数, количество, 台数
memory: geheugen, werkgeheugen, pamiec, pamiec ram, hukommelse, minne, 内存, メモリ, メモリー, メモリ容量, 記憶體, память, озу, 内存大小
disk: schijf, dysk, harde schijf, 磁盘, ディスク, 硬盘, диск, 硬碟
storage: opslag, schijfruimte, 存储, ストレージ, 磁盘容量, ディスク容量, 储存空间, miejsce na dysku, lagring
size: grootte, rozmiar, storlek, storrelse
total: totaal, razem, 总, 合計
used: gebruikt, zajete, wykorzystane, 已用, 使用済み, 使用量
free: vrij, beschikbaar, wolne, 可用, 空き, 空き容量
name: naam, nazwa, navn, namn, 名称, 名前, 名, имя, название
server: serwer, 服务器, サーバ, サーバー, сервер, 伺服器
server name: servernaam, nazwa serwera, 服务器名称, 服务器名, サーバ名, サーバー名, имя сервера, 伺服器名稱, servernavn
vm: virtuele machine, maszyna wirtualna, 虚拟机, 仮想マシン, 虚拟机名称, 仮想マシン名
host name: hostnaam, nazwa hosta, 主机名, ホスト名, имя хоста, 主機名稱, 主机名称
esx host: 宿主机, 物理主机, ホストサーバ
ip address: ip adres, adres ip, ip地址, ipアドレス, ip 地址, ip アドレス, ip адрес, ip adresse
mac address: mac adres, adres mac, mac地址, macアドレス
os: besturingssysteem, system operacyjny, operativsystem, operativsystem namn, 操作系统, オペレーティングシステム, 作業系統, операционная система, ос, ос версия
version: wersja, versie, 版本, バージョン, версия
serial number: serienummer, numer seryjny, 序列号, シリアル番号, серийный номер, serie nr
asset tag: inventarisnummer, numer inwentarzowy, 资产编号, 資産番号, 管理番号, инвентарный номер
manufacturer: fabrikant, producent, leverandor hw, 制造商, 厂商, メーカー, メーカ, 製造元, производитель, tillverkare, 品牌
model: 型号, モデル, 機種, 型番, модель, modell
type: soort, rodzaj, 类型, 種別, 種類, тип
status: stan, 状态, 状態, ステータス, статус
environment: omgeving, srodowisko, miljo, miljø, 环境, 環境, среда
criticality: kritiek niveau, krytycznosc, kritikalitet, 重要度, 重要性, критичность
department: afdeling, dzial, avdeling, afdeling, avdelning, 部门, 部署, 部門, отдел
cost center: kostenplaats, mpk, centrum kosztow, kostnadssted, kostnadsstalle, 成本中心, コストセンター
owner: eigenaar, wlasciciel, eier, agare, ejer, 负责人, 所有者, 担当者, владелец, 責任者
technical owner: technisch beheerder, beheerder, administrator systemu, 管理员, 管理者, администратор, technisch eigenaar
support group: beheergroep, oplosgroep, zespol wsparcia
company: bedrijf, organisatie, spolka, firma, selskap, foretag, 公司, 会社, 会社名, компания
customer: klant, klient, kunde
application: applicatie, toepassing, aplikacja, applikasjon, 应用, 应用系统, 应用名称, アプリケーション, システム名, 系统名称, приложение
location: locatie, lokalizacja, plassering, plats, vestiging, 位置, 地点, 場所, 設置場所, 所在地, 拠点, местоположение
datacenter: rekencentrum, centrum danych, datasenter, 数据中心, データセンター, 机房
room: ruimte, kamer, pomieszczenie, 部屋
rack: kast, szafa, 机柜, ラック
description: omschrijving, beschrijving, opis, beskrivelse, beskrivning, 描述, 説明, 概要, описание, 说明
notes: opmerking, opmerkingen, uwagi, komentarz, kommentarer, merknad, anmarkning, 备注, 備考, コメント, комментарий, примечание
role: rol, rola, 用途, 役割, функция, 角色
power state: 电源状态, 電源状態
purchase date: aankoopdatum, aanschafdatum, data zakupu, innkjopsdato, inkopsdatum, 购买日期, 購入日, дата покупки, 采购日期
purchase cost: aankoopprijs, aanschafprijs, cena zakupu, koszt zakupu, 购买价格, 購入価格
supplier: leverancier, dostawca, leverandor, leverantor, 供应商, 仕入先, ベンダー, поставщик
warranty end: garantie einde, einde garantie, garantie tot, koniec gwarancji, gwarancja do, garanti til, 保修截止, 保证期限, 保守期限, 保証期限
warranty: gwarancja, 保修, 保証
end of life: einde levensduur, koniec zycia, einde ondersteuning
install date: installatiedatum, data instalacji, 安装日期, 導入日, 稼働開始日, datum in gebruik, in gebruik sinds
created date: aanmaakdatum, data utworzenia, 创建时间, 作成日, 作成日時, aangemaakt op
updated date: wijzigingsdatum, data modyfikacji, 更新时间, 更新日, 更新日時, gewijzigd op, laatst gewijzigd, ostatnia modyfikacja
last discovered: laatst gezien, ostatnio widziany, 最終確認日
backup: kopia zapasowa, back up, 备份, バックアップ
database: databank, baza danych, 数据库, データベース
date: datum, dato
cluster: 集群, クラスタ, クラスター
network: netwerk, siec, nettverk, natverk, 网络, ネットワーク
domain: domein, domena, 域, ドメイン
virtual: virtueel, wirtualny, 虚拟, 仮想
physical: fysiek, fizyczny, 物理
user: gebruiker, uzytkownik, bruker, anvandare, 使用者, ユーザー, 利用者, пользователь
country: kraj, 国家, 国
city: miasto, stad, 城市, 都市
building: gebouw, budynek, 建物
currency: waluta
invoice number: factuurnummer, numer faktury
order number: bestelnummer, ordernummer, numer zamowienia
business owner: business eigenaar, functioneel beheerder, 业务负责人
monitoring: bewaking, monitorowanie, 监控, 監視
`
