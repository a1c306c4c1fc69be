"""The words by which a person's name is told in English news: given names, roles, titles, and what is no person.

General knowledge of names and of English, written down by hand; all in lower case, compared after `fold_word`.
"""

import re
import unicodedata
from typing import Final

TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


def fold_word(token: str) -> str:
    """Return `token` in lower case without accents, and without the possessive."""
    plain = unicodedata.normalize("NFKD", token).encode("ascii", "ignore").decode().lower().replace("’", "'")
    return plain[:-2] if plain.endswith("'s") else plain


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN: Final = _words("""
ahmad ahmed mohammad mohammed muhammad mohamed mohamad mohammad mehmet mahmoud mahmud mustafa mostafa ali
hassan hasan hussein hussain husayn husein hossein omar umar othman uthman osman abdullah abdallah abdulla
abdul abdel abed ibrahim ibraheem ismail ismael yusuf youssef yousef yusef yousuf josef khaled khalid walid
waleed tariq tarek tareq samir sameer sami samer nabil nabeel nadim nasser nasir naser karim kareem kamal
kamel jamal jamil gamal adel adil adnan amin amer amir ammar anas anwar ayman ayham aziz bashar bashir basel
bassel basil bassam bilal burhan fadi fadel fahd faisal faysal farid faris fares farouk fawaz fawzi firas
ghassan habib hadi haitham hamid hamed hamza hani harith hatem haydar haidar hisham hicham hosni husni ihab
ihsan imad issa jaber jaafar jafar jihad kassem qasem qassem qasim khalil khalifa louay luay maher majed
majid malik mansour marwan mazen moaz muaz munir murad musa moussa mousa muhannad mohannad muhanad nader
naji najib nawaf nidal nizar nouri omran qais rafiq raed rami ramzi rashid rasheed riad riyad ridwan radwan
saad sabri saddam saeed said salah saleh salem salim salman shadi sharif suleiman sulaiman suleyman taha
taher taleb talal tamer wael wahid wissam yahya yaser yasser yasin yassin younes yunus zaid zayd zaher
zahran ziad ziyad zakaria zuhair aya ayat amal amina aminah amani amira asma aisha aysha bushra dalal dalia
dima dina fadia fadwa farah fatima fatimah fatma ghada hala hanan hana hanaa hiba huda iman inas jumana
khadija lama lamia layla laila leila lina lubna luna maha mai manal maram mariam maryam marwa maysa mona
muna nada nadia nadine najwa nawal nesrin nisreen noor nour nur rabia raghad rana rania rasha reem rima rola
ruba rula ruqaya saba sahar salma samah samar samira sanaa sara sarah sawsan shadia shahd siham suha suhair
sumaya susan wafa walaa widad yara yasmin yasmine zahra zainab zaynab zeinab zeina aylan alan dilan azad
baran berivan bahoz ciwan delal dilovan evin jwan hozan nazdar nujin rojda rojin rezan serhat siyamend
sirwan zozan mazlum ahmet ayse aydin baris burak bulent cem cemal deniz elif emine emre erdal ebru fatih
ferhat gokhan hakan halil hatice huseyin ismet kemal kerem leyla mehmed meryem murat mustafa nazim nilufer
omer orhan osman ozan ramazan recep selim sevgi sinan suleyman tayyip turgut tuncay umut volkan yavuz yildiz
zeynep abbas akbar arash babak behrouz bijan dariush ebrahim farhad farzad golnaz hamidreza javad kaveh kian
mahdi mahsa mehdi mehrdad mina mohsen nasrin navid parisa parviz reza shirin soraya zahir abiy abebe almaz
amadou aminata awa biniam boubacar cheikh chukwu chinua desta fatou fatoumata gebre girma haile ibrahima
kagiso kofi kwame kwesi lamine mamadou mariama meles moses musa ngozi nkosazana okello oumar ousmane salif
selam tendai tesfaye thabo themba thandi uche yaw yohannes zodwa adama grace blessing alexander aleksandr
alexei aleksei alexey anastasia anatoly andrei andrey anna anton arkady artem boris bohdan bogdan daria
dmitry dmitri dmytro ekaterina elena evgeny evgeniy galina gennady georgy igor ilya inna irina ivan katerina
konstantin kirill ksenia larisa leonid ludmila lyudmila maksim maxim maria marina mikhail mykola mykhailo
nadezhda natalia natalya nikita nikolai nikolay oksana oleg oleh olena oleksandr oleksiy olga pavel pavlo
petro polina roman ruslan sergei sergey serhiy stanislav svetlana svitlana taras tatiana tatyana valentina
valery vasily vera viktor viktoria vitaly vitali vlad vladimir vladislav volodymyr vyacheslav yana yaroslav
yegor yelena yevgeny yulia yuri yuriy zoya goran luka vesna marko milan milos dragan zoran branko dusan
jovan slobodan ratko radovan nikola petar stefan tomislav ante ivo ivana jelena jasna mirjana snezana elias
jan jakub jana janos istvan laszlo zoltan piotr pawel tomasz krzysztof agnieszka katarzyna malgorzata marek
jerzy wojciech hans heinrich jurgen klaus karl dieter wolfgang helga ingrid ursula jean pierre jacques
francois michel philippe laurent francoise claude marie nicolas olivier thierry luc yves sophie chloe
camille giovanni giuseppe luigi mario marco matteo paolo francesca giulia lucia carlos jose juan luis miguel
pedro diego javier jorge fernando rafael manuel antonio francisco alejandro carmen maria dolores isabel
pilar rosa joao paulo helena sofia sophia ana beatriz john james robert michael william david richard joseph
thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian
george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
brandon benjamin samuel gregory frank raymond patrick jack dennis jerry peter henry adam simon nathan kyle
walter harold jeremy ethan carl keith roger gerald terry sean austin arthur lawrence jesse dylan bryan joe
jordan billy bruce albert willie gabriel logan alan mary patricia jennifer linda elizabeth barbara jessica
karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa
deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley emma brenda pamela nicole
samantha katherine christine debra rachel carolyn janet catherine heather diane olivia julie joyce victoria
ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison
teresa gloria sara janice ann kathryn abigail clara maya oskar oscar jonas piers nigel graham ian neil colin
derek tony alison fiona gemma hazel heidi helen ines oliver lars bjorn sven erik henrik nils kristin astrid
sigrid aung thein myint khin than wai min htun soe zaw moe nguyen tran pham le hoang vu minh anh thi duc
huong lan ravi rahul priya anil sunil sanjay vijay rajesh suresh ramesh deepak amit anita lakshmi meena
narendra arjun krishna imran asif bilal faisal fayaz gul hamid haroon javed kamran latif malala naeem najib
nawaz omid parveen rehman sadia sajid shah shahid tahir usman wasim zafar zalmay akmal amrullah ashraf ghani
karzai gulbuddin wei jing xiao ming hui hong li yan chen jun lei hiroshi kenji takashi yuki akira keiko
naoko kim park seung nikki hillary barack vesna rosa ines tomas andres santiago mateo valentina daniela
camila mariana
""")

# Before or after a name they say that the person speaks or acts for the public.
ROLES: Final = _words("""
president vice-president premier minister ministers chancellor king queen prince princess emir sultan
ayatollah pope monarch spokesman spokeswoman spokesperson spokespeople envoy ambassador governor mayor
senator congressman congresswoman lawmaker deputy secretary secretary-general undersecretary commander
commander-in-chief general brigadier major-general lieutenant-general brigadier-general colonel admiral
marshal chief head director director-general chairman chairwoman chairperson chair co-chair leader leaders
negotiator prosecutor representative rapporteur commissioner coordinator adviser advisor official dictator
gen col maj-gen brig adm lt-gen lt-col warlord emissary parliamentarian mp diplomat undersecretary-general
ministerial attache high-commissioner lawmaker legislator judge magistrate
""")
# Of these, "a" alone tells nothing public: "a leader of the strike", "a local official".
LOOSE_ROLES: Final = _words("""
official officials leader leaders head chief director coordinator representative adviser advisor deputy chair diplomat
negotiator secretary
""")
# Right before one of those, they make its bearer a private person: "a student leader", "a local official".
CIVIC: Final = _words("""
student students strike strikers protest protesters community tribal clan village youth women's local union workers team
gang tenants religious prayer neighbourhood neighborhood activist scout choir
""")
# Before a name they say that a person follows, and of what kind; none of them is an office.
TITLES: Final = _words("""
mr mrs ms miss dr doctor prof professor sheikh sheik haj hajj hajji father sister brother mother rev
reverend imam mullah lord lady sir private corporal sergeant sgt capt captain lieutenant lt maj major pvt
cpl engineer lawyer umm abu um mullah maulvi uncle aunt aunty grandmother grandfather teacher baker nurse
""")
# A noun in lower case straight before a capitalised name.
KIN_AND_TRADES: Final = _words("""
son daughter brother sister mother father wife husband uncle aunt cousin nephew niece grandfather
grandmother grandson granddaughter widow widower baby child toddler boy girl fiance fiancee
neighbour neighbor friend colleague resident villager farmer shepherd teacher student pupil doctor nurse
surgeon medic paramedic pharmacist dentist driver baker shopkeeper trader merchant butcher carpenter
labourer laborer engineer lawyer journalist reporter photographer cameraman activist volunteer rescuer
witness eyewitness survivor victim refugee prisoner detainee hostage fighter soldier conscript officer
policeman fisherman worker cook tailor barber mechanic imam priest cleric man woman mother-in-law
father-in-law brother-in-law sister-in-law son-in-law daughter-in-law surgeon headmaster headmistress
teenager defector deserter employee clerk translator interpreter guard bodyguard caretaker gardener chauffeur
blogger inmate bystander protester demonstrator campaigner organiser organizer vendor waiter cleaner miner plumber
electrician accountant pensioner housewife herder sailor relative
""")
SAYING: Final = _words("""
said says told tells added recalled recalls explained wept cried insisted testified whispered remembered
asked replied
""")
# Whom these words reach is not who holds the office that they name ("told the governor").
TOLD: Final = _words("told informed asked telling informing urged")
# A capitalised run that ends in, or holds, one of these is an organisation, a place or a thing.
NOT_PERSONS: Final = _words("""
agency agencies airport airbase alliance arab army assembly association authority avenue bank base battalion
board book brigade brigades bridge broadcasting bureau camp capital centre center central channel church
city club coalition college command commission committee company confederation conference congress
constitution convention corps corporation council countryside country county court crescent cross daily
defence defense democratic department directorate district division east eastern embassy emirates empire enclave express
federation field force forces forum foundation free front fund gazette government governorate group guard
guards gulf health herald highway hill hills hospital hotel house houthis human humanitarian initiative
institute intelligence international internet island islamic journal jihad junction kingdom lake league
liberation library local market media medical middle military militia ministry monitor mosque mount mountain
mountains movement museum nation national nations naval navy network news newspaper north northern
observatory office old online operation operations organisation organization palace parliament party peace
people peninsula pentagon people's plain police political port post press prison province public qaeda radio
railway red region regional relief republic republican rescue resistance resolution revolution revolutionary
rights river road rocket rural russia's salvation school sea security senate service services shura society
south southern square staff state states station street studio strait suburb supreme syrian syndicate
telegraph television territory times tower town treaty treasury tribunal tribune troops tv union unit united
units university upper lower valley village war watch west western white world zone civil union's east-west
news website bomb bombs bombing car blast blasts attack attacks kill kills killed strike strikes suicide raid raids
shelling jaish jaysh ahrar liwa harakat hayat faylaq failaq katibat kataib ansar jabhat jund saraya hizb
""")
# Capitalised words that may open a sentence or stand before a name and are no part of it.
OPENERS: Final = _words("""
a about according across after against all also although among amid an and another any around as at because
been before behind below beside besides between both but by could despite did do does during each earlier
either even every everyone except few for former from had has have he her hers here him his how however i if
in including inside instead into it its just last late later like many may maybe me meanwhile might more
most much my near neighbours neighbors nearly neither never next no nobody none nor not nothing now of off
on once one only onto or other others our out outside over own past per perhaps relatives residents several
she since so some somebody someone soon still such survivors than that the their them then there these they
this those though three through thus till to together today tomorrow too toward towards two under unless
until up upon us very via was we well were what when where whether which while who whom whose why will with
within without would yesterday yet you your five four six seven eight nine ten hundred hundreds dozens
thousands activists medics rebels fighters witnesses civilians people women children men officials sources
troops monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december ramadan eid christmas easter mon tue wed thu fri sat sun american
british french german russian turkish iranian iraqi israeli lebanese jordanian saudi egyptian chinese
kurdish turkmen arab arabs european african asian afghan pakistani indian syrian syrians western christian
muslim sunni shiite shia alawite druze yazidi jewish jews palestinian yemeni libyan sudanese ethiopian
ukrainian kurds russians foreign prime interior finance information defence defense army police military
opposition rebel government state un us uk eu nato usa uae isis isil daesh is sdf ypg pkk fsa sana afp ap
reuters bbc cnn god allah damascus aleppo syria russia turkey iran iraq israel lebanon jordan egypt moscow
washington ankara tehran beirut baghdad amman geneva london paris brussels kremlin europe america africa
asia
""")
# After "director of", "head of": a house whose head holds no public office.  Media centres are local journalists'.
PRIVATE_HOUSES: Final = _words("""
hospital clinic school bakery shop farm orphanage nursery kindergarten factory company hotel restaurant
pharmacy charity team ward family household mosque church dispensary shelter newspaper radio magazine website
""") | frozenset(
    f"{kind} {house}" for kind in ("media", "medical", "health") for house in ("centre", "center")
)
# Of these, only who speaks for them is before the public: rescuers are attacked for what they are.
RESCUERS: Final = frozenset(
    {
        "civil defence",
        "civil defense",
        "white helmets",
        "rescue",
        "ambulance",
        "paramedics",
        "red crescent",
        "red cross",
    }
)
# Small words that a public body's name is made of, where no comma parts it from the name of its head.
OF_BODIES: Final = _words("""
ministry department directorate office bureau authority agency council committee commission government administration
governorate province provincial district city town municipality local interim transitional self-declared health
education defence defense interior justice finance information agriculture planning culture foreign affairs police army
armed forces force military militant rebel opposition group party movement front coalition alliance brigade branch
militia parliament assembly court union state national regional political wing
""")
PARTICLES: Final = _words(
    "al el bin ibn bint ben abu umm um abd abdul abdel de da di del della van von der den la le"
)

# Where a name starts with one of these, it is a place's ("New York", "Tal Abyad", "Deir Ezzor").
PLACE_HEADS: Final = _words("""
new old saint san santa port fort los las deir dayr tal tell wadi jabal jebel ain kafr kafar bab bir ras
mount lake north south east west upper lower bani beit bayt
""")
# Straight after a name, or before it with "of", they make it a place's.
PLACE_NOUNS: Final = _words("""
neighborhood neighbourhood neighborhoods neighbourhoods district districts area areas quarter quarters
suburb suburbs city town towns village villages province region countryside governorate street square road
crossing checkpoint roundabout highway front frontline airport airbase hospital school mosque bridge dam
camp prison market mountain hill highway brigade group movement division battalion
""")
