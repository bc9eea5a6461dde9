<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AdminPage</name>
    <message>
        <source>Quản trị</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Kiểm tra kho</source>
        <translation>Store check</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Thiết lập quét</source>
        <translation>Scan settings</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>ArrangePage</name>
    <message>
        <source>Đợt quét</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Chưa có đợt quét</source>
        <translation>No batches yet</translation>
    </message>
    <message>
        <source>Đợt quét ({key}):</source>
        <translation>Batch ({key}):</translation>
    </message>
    <message>
        <source>Kiểm tra ({key})</source>
        <translation>Verify ({key})</translation>
    </message>
    <message>
        <source>Danh sách tài liệu</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Hiện hoặc ẩn danh sách tài liệu</source>
        <translation>Show or hide the list of documents</translation>
    </message>
    <message>
        <source>Tài liệu của đợt quét</source>
        <translation>Documents of the batch</translation>
    </message>
    <message>
        <source>Các trang của đợt quét</source>
        <translation>Pages of the batch</translation>
    </message>
    <message>
        <source>Loại tài liệu</source>
        <translation>Document type</translation>
    </message>
    <message>
        <source>Gõ không cần dấu…</source>
        <translation>Type without marks…</translation>
    </message>
    <message>
        <source>Đưa vào hồ sơ của</source>
        <translation>Put into the dossier of</translation>
    </message>
    <message>
        <source>Họ tên hoặc số định danh…</source>
        <translation>Name or ID number…</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>xem trang lớn</source>
        <translation>enlarge the page</translation>
    </message>
    <message>
        <source>trang cần xem</source>
        <translation>pages to look at</translation>
    </message>
    <message>
        <source>tài liệu cần xem</source>
        <translation>documents to look at</translation>
    </message>
    <message>
        <source>loại tài liệu</source>
        <translation>document type</translation>
    </message>
    <message>
        <source>chọn nhiều trang</source>
        <translation>choose several pages</translation>
    </message>
    <message>
        <source>về các trang</source>
        <translation>back to the pages</translation>
    </message>
    <message>
        <source>so sánh trang trùng</source>
        <translation>compare doubled pages</translation>
    </message>
    <message>
        <source>danh sách tài liệu</source>
        <translation>list of documents</translation>
    </message>
</context>
<context>
    <name>ArrangeRoom</name>
    <message>
        <source>Không có gì để làm ở trang này.</source>
        <translation>There is nothing to do on this page.</translation>
    </message>
    <message>
        <source>Trang sau cần xem</source>
        <translation>Next page to look at</translation>
    </message>
    <message>
        <source>Trang trước cần xem</source>
        <translation>Previous page to look at</translation>
    </message>
    <message>
        <source>Tài liệu kế tiếp cần xem</source>
        <translation>Next document to look at</translation>
    </message>
    <message>
        <source>Kiểm tra tài liệu này</source>
        <translation>Verify this document</translation>
    </message>
    <message>
        <source>Đổi loại tài liệu</source>
        <translation>Change the document type</translation>
    </message>
    <message>
        <source>Đưa tài liệu vào hồ sơ</source>
        <translation>Put the document into a dossier</translation>
    </message>
    <message>
        <source>Lấy tài liệu khỏi hồ sơ</source>
        <translation>Take the document out of the dossier</translation>
    </message>
    <message>
        <source>So sánh trang trùng</source>
        <translation>Compare doubled pages</translation>
    </message>
    <message>
        <source>Chọn đợt quét khác</source>
        <translation>Choose another batch</translation>
    </message>
    <message>
        <source>Hiện hoặc ẩn danh sách tài liệu</source>
        <translation>Show or hide the list of documents</translation>
    </message>
    <message>
        <source>Về các trang</source>
        <translation>Back to the pages</translation>
    </message>
    <message>
        <source>Xin chọn một trang trước.</source>
        <translation>Please choose a page first.</translation>
    </message>
    <message>
        <source>Trang này đã để riêng. Nhấn {key} để đưa lại.</source>
        <translation>This page is set aside. Press {key} to bring it back.</translation>
    </message>
    <message>
        <source>Chưa rõ loại</source>
        <translation>Type not known</translation>
    </message>
    <message>
        <source>Mục lục tài liệu</source>
        <translation>Inventory of papers</translation>
    </message>
    <message>
        <source>Không thấy hồ sơ nào. Hồ sơ được lập khi duyệt sơ yếu lý lịch.</source>
        <translation>No dossier found. A dossier is made when a curriculum vitae is approved.</translation>
    </message>
    <message>
        <source>Không còn tài liệu nào cần xem.</source>
        <translation>No document is left to look at.</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào để sắp xếp. Xin nhận giấy tờ ở phần Tiếp nhận ({key}) trước.</source>
        <translation>There are no documents to arrange yet. Please take papers in first, in Intake ({key}).</translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>cần đọc lại</source>
        <translation>to be read again</translation>
    </message>
    <message>
        <source>đã vào hồ sơ</source>
        <translation>in a dossier</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n tài liệu cần xem</source>
        <translation>
            <numerusform>%n document to look at</numerusform>
            <numerusform>%n documents to look at</numerusform>
        </translation>
    </message>
    <message>
        <source>Không còn gì cần xem</source>
        <translation>Nothing left to look at</translation>
    </message>
    <message>
        <source>Trang {numbers}</source>
        <translation>Pages {numbers}</translation>
    </message>
    <message>
        <source>⚠ Trang {page} giống trang {of}.</source>
        <translation>⚠ Page {page} is like page {of}.</translation>
    </message>
    <message numerus="yes">
        <source>Đã đọc lại %n tài liệu.</source>
        <translation>
            <numerusform>%n document was read again.</numerusform>
            <numerusform>%n documents were read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n câu trả lời cũ không còn chỗ, xin xem cảnh báo khi kiểm tra.</source>
        <translation>
            <numerusform>%n old answer has no place any more; please see the warnings in Verify.</numerusform>
            <numerusform>%n old answers have no place any more; please see the warnings in Verify.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrangeSession</name>
    <message>
        <source>Đọc lại tài liệu đã sắp xếp</source>
        <extracomment>Makes of what lies now the use case to call; None: there is nothing to do.</extracomment>
        <translation>Read arranged documents again</translation>
    </message>
    <message numerus="yes">
        <source>%n tài liệu</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Lưu phiếu PDF</source>
        <translation>Save the profile as PDF</translation>
    </message>
    <message>
        <source>Chọn tệp ảnh hoặc PDF</source>
        <translation>Choose pictures or PDF files</translation>
    </message>
    <message>
        <source>Ảnh và PDF ({endings})</source>
        <translation>Pictures and PDF ({endings})</translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation>Choose a folder</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Thư mục hoặc USB để sao lưu</source>
        <translation>Folder or stick for the backup</translation>
    </message>
    <message>
        <source>ổ đĩa thứ hai hoặc USB, không phải ổ chứa kho</source>
        <translation>a second disk or a stick, not the disk of the store</translation>
    </message>
    <message>
        <source>Thư mục sao lưu</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>Lưu vào thư mục</source>
        <translation>Save into the folder</translation>
    </message>
    <message>
        <source>Sao lưu ngay ({key})</source>
        <translation>Back up now ({key})</translation>
    </message>
    <message>
        <source>Sao lưu vào {folder}</source>
        <translation>Backup into {folder}</translation>
    </message>
    <message>
        <source>Chưa sao lưu lần nào. Xin sao lưu ít nhất mỗi tuần.</source>
        <translation>No backup was made yet. Please make one at least every week.</translation>
    </message>
    <message>
        <source>Lần sao lưu thành công gần nhất: hôm nay, {day}.</source>
        <translation>Last good backup: today, {day}.</translation>
    </message>
    <message numerus="yes">
        <source>Lần sao lưu thành công gần nhất: {day}, cách đây %n ngày.</source>
        <translation>
            <numerusform>Last good backup: {day}, %n day ago.</numerusform>
            <numerusform>Last good backup: {day}, %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Bản sao lưu được mã hóa như kho. Khi máy hỏng, xin cài chương trình trên máy mới, mở lần đầu và chọn “Khôi phục từ bản sao lưu…” ở màn hình tạo kho. Chương trình giữ 7 bản theo ngày và 5 bản theo tuần, bản cũ hơn được dọn đi.</source>
        <translation>A backup is as sealed as the store. When the PC breaks, install the program on another one, open it for the first time and choose “Restore from a backup…” on the page that makes a store. The program keeps 7 daily and 5 weekly backups; older ones go.</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Xin chọn thư mục để sao lưu, ví dụ một USB.</source>
        <translation>Please choose a folder for the backup, a stick for example.</translation>
    </message>
</context>
<context>
    <name>BackupStep</name>
    <message>
        <source>Sao lưu vào</source>
        <translation>Back up to</translation>
    </message>
    <message>
        <source>Bản sao lưu được mã hóa như kho. Chương trình nhớ thư mục này cho lần sao lưu đầu tiên, ở phần Quản trị, thẻ Sao lưu.</source>
        <translation>A backup is encrypted like the store. The program remembers this folder for the first backup, in Administration, tab Backup.</translation>
    </message>
    <message>
        <source>Xin chọn thư mục sao lưu, hoặc nhấn “Để sau”.</source>
        <translation>Please choose a backup folder, or press “Later”.</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Chưa có hồ sơ nào để thống kê.</source>
        <translation>There are no dossiers to count yet.</translation>
    </message>
</context>
<context>
    <name>BatchLines</name>
    <message>
        <source>Lọc đợt quét ({key})</source>
        <translation>Filter the batches ({key})</translation>
    </message>
    <message>
        <source>Các đợt quét</source>
        <translation>Batches</translation>
    </message>
</context>
<context>
    <name>BlindView</name>
    <message>
        <source>Tài liệu cần nhập lại</source>
        <translation>Documents to key again</translation>
    </message>
    <message>
        <source>Nhập lại lần hai</source>
        <translation>Double entry</translation>
    </message>
    <message>
        <source>Giá trị đọc trên giấy</source>
        <translation>Value read on the paper</translation>
    </message>
    <message>
        <source>Xin gõ đúng như trên giấy</source>
        <translation>Please type exactly what the paper says</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>so với lần đầu</source>
        <translation>compare with the first entry</translation>
    </message>
    <message>
        <source>tài liệu kế tiếp</source>
        <translation>next document</translation>
    </message>
    <message>
        <source>đổi dấu, đổi chữ</source>
        <translation>change marks, change the letter</translation>
    </message>
    <message>
        <source>hoàn tác</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>Hai lần nhập khớp nhau.</source>
        <translation>Both entries agree.</translation>
    </message>
    <message>
        <source>Để trống: giấy không ghi</source>
        <translation>Blank: nothing on the paper</translation>
    </message>
    <message>
        <source>Giữ giá trị lần đầu</source>
        <translation>Keep the first value</translation>
    </message>
    <message>
        <source>Giữ giá trị lần hai</source>
        <translation>Keep the second value</translation>
    </message>
    <message>
        <source>Để lại sau</source>
        <translation>Leave for later</translation>
    </message>
    <message>
        <source>Tài liệu kế tiếp</source>
        <translation>Next document</translation>
    </message>
    <message>
        <source>Đổi dấu thanh của chữ ở con trỏ</source>
        <translation>Change the tone mark of the letter at the cursor</translation>
    </message>
    <message>
        <source>Đổi chữ ở con trỏ (a, ă, â)</source>
        <translation>Change the letter at the cursor (a, ă, â)</translation>
    </message>
    <message>
        <source>Tài liệu {number} · {form}</source>
        <translation>Document {number} · {form}</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n trường</source>
        <translation>
            <numerusform>%n field left</numerusform>
            <numerusform>%n fields left</numerusform>
        </translation>
    </message>
    <message>
        <source>Nhập được từ {at}</source>
        <translation>To be keyed from {at} on</translation>
    </message>
    <message>
        <source>Đang mở…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Các trường còn lại do chính anh/chị nhập lần đầu. Xin trở lại từ {at} ngày {day} để nhập lần hai, hoặc để người khác nhập.</source>
        <translation>You keyed the fields that are left yourself the first time. Please come back from {at} on {day} to key them again, or leave them to somebody else.</translation>
    </message>
    <message>
        <source>Không còn trường nào nhập được ngay. Chỗ để lại sau vẫn nằm trong danh sách bên trái.</source>
        <translation>No field can be keyed right now. What was left for later stays in the list on the left.</translation>
    </message>
    <message>
        <source>Không có trường nào cần nhập lại. Tài liệu đã trả lời xong ở “Từng tài liệu” sẽ hiện ở đây.</source>
        <translation>No field is to be keyed again. Documents finished in “By document” will be shown here.</translation>
    </message>
    <message>
        <source>Đã nhập hết</source>
        <translation>All keyed</translation>
    </message>
</context>
<context>
    <name>CardPainter</name>
    <message>
        <source>Trang {number}</source>
        <translation>Page {number}</translation>
    </message>
    <message>
        <source>trắng</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>trùng</source>
        <translation>doubled</translation>
    </message>
    <message>
        <source>Trang {number} · {why}</source>
        <translation>Page {number} · {why}</translation>
    </message>
</context>
<context>
    <name>ChangesTab</name>
    <message>
        <source>Đề nghị sửa và hồ sơ đã gộp</source>
        <translation>Requests for changes and merged dossiers</translation>
    </message>
    <message>
        <source>Chưa có đề nghị sửa nào. Ở phần Lý lịch, xin chọn giá trị cần sửa rồi nhấn {key}.</source>
        <translation>There are no requests for changes yet. In Record, choose the value to change and press {key}.</translation>
    </message>
    <message>
        <source>Đồng ý sửa ({key})</source>
        <translation>Change it ({key})</translation>
    </message>
    <message>
        <source>Không sửa ({key})</source>
        <translation>Do not change ({key})</translation>
    </message>
    <message>
        <source>Tách lại hồ sơ đã gộp ({key})</source>
        <translation>Undo the merge ({key})</translation>
    </message>
    <message>
        <source>Đề nghị này chờ người có quyền duyệt.</source>
        <translation>This request waits for somebody who may approve.</translation>
    </message>
    <message>
        <source>Đã gộp một hồ sơ khác vào hồ sơ này
{who}, {when}. Lý do: {reason}</source>
        <translation>Another dossier was merged into this one
{who}, {when}. Reason: {reason}</translation>
    </message>
    <message>
        <source>{who} đề nghị, {when}.</source>
        <translation>Requested by {who}, {when}.</translation>
    </message>
    <message>
        <source>Lý do: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Theo {paper}.</source>
        <translation>By {paper}.</translation>
    </message>
    <message>
        <source>Đang chờ duyệt</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Đã sửa: {who}</source>
        <translation>Changed: {who}</translation>
    </message>
    <message>
        <source>Không sửa: {who}</source>
        <translation>Not changed: {who}</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>(không đọc được)</source>
        <translation>(illegible)</translation>
    </message>
</context>
<context>
    <name>ChecksTab</name>
    <message numerus="yes">
        <source>%n cảnh báo</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Cảnh báo và chỗ tài liệu nói khác nhau</source>
        <translation>Warnings, and where documents differ</translation>
    </message>
    <message>
        <source>Không có cảnh báo nào, và các tài liệu nói giống nhau.</source>
        <translation>No warnings, and the documents agree.</translation>
    </message>
    <message numerus="yes">
        <source>%n mục tài liệu nói khác nhau</source>
        <translation>
            <numerusform>%n item on which documents differ</numerusform>
            <numerusform>%n items on which documents differ</numerusform>
        </translation>
    </message>
    <message>
        <source>Lý lịch: {text}</source>
        <translation>Record: {text}</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>illegible</translation>
    </message>
</context>
<context>
    <name>CloseLook</name>
    <message>
        <source>Về các trang ({key})</source>
        <translation>Back to the pages ({key})</translation>
    </message>
    <message>
        <source>Về các trang</source>
        <translation>Back to the pages</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Vừa chiều ngang</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Vừa cả trang</source>
        <translation>Fit the page</translation>
    </message>
    <message>
        <source>Để riêng trang bên phải</source>
        <translation>Set the right page aside</translation>
    </message>
    <message>
        <source>Nếu là một tờ quét hai lần, xin để riêng một trang. {key}: để riêng trang bên phải.</source>
        <translation>If one sheet was scanned twice, please set one page aside. {key}: set the right page aside.</translation>
    </message>
    <message>
        <source>{previous} {next}: trang trước, sau · {larger} {smaller}: cỡ ảnh</source>
        <translation>{previous} {next}: previous, next page · {larger} {smaller}: size of the picture</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Các giá trị của cột</source>
        <translation>Values of the column</translation>
    </message>
    <message>
        <source>Giá trị của dòng đang xem</source>
        <translation>Value of the current row</translation>
    </message>
</context>
<context>
    <name>ColumnView</name>
    <message>
        <source>Đợt quét</source>
        <extracomment>The field that most offices begin with.</extracomment>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Trường</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Kiểm tra theo cột</source>
        <translation>Verify by column</translation>
    </message>
    <message>
        <source>Nhận</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Đang mở…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>dòng trước, dòng sau</source>
        <translation>previous row, next row</translation>
    </message>
    <message>
        <source>dòng còn phải xem</source>
        <translation>rows left to look at</translation>
    </message>
    <message>
        <source>giấy ghi đúng như vậy</source>
        <translation>exactly so on the paper</translation>
    </message>
    <message>
        <source>đổi dấu, đổi chữ</source>
        <translation>change marks, change the letter</translation>
    </message>
    <message>
        <source>mở tài liệu</source>
        <translation>open the document</translation>
    </message>
    <message>
        <source>chọn trường</source>
        <translation>choose the field</translation>
    </message>
    <message>
        <source>Để trống: giấy không ghi</source>
        <translation>Blank: nothing on the paper</translation>
    </message>
    <message>
        <source>Mở lại dòng đã trả lời</source>
        <translation>Reopen an answered row</translation>
    </message>
    <message>
        <source>Đổi dấu thanh</source>
        <translation>Change the tone mark</translation>
    </message>
    <message>
        <source>Đổi chữ (a, ă, â)</source>
        <translation>Change the letter (a, ă, â)</translation>
    </message>
    <message>
        <source>Đến dòng còn phải xem</source>
        <translation>Go to the next row to look at</translation>
    </message>
    <message>
        <source>Mở tài liệu của dòng này</source>
        <translation>Open the document of this row</translation>
    </message>
    <message>
        <source>Chọn trường của cột</source>
        <translation>Choose the field of the column</translation>
    </message>
    <message>
        <source>Về ô giá trị</source>
        <translation>Back to the value</translation>
    </message>
    <message>
        <source>Mọi đợt quét</source>
        <translation>All batches</translation>
    </message>
    <message numerus="yes">
        <source>%n tài liệu</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào chờ kiểm tra. Xin quét hoặc nhận tài liệu trước.</source>
        <translation>No document waits to be verified. Please scan or take in documents first.</translation>
    </message>
    <message>
        <source>Theo cột: {field}</source>
        <translation>By column: {field}</translation>
    </message>
    <message>
        <source>Không tài liệu nào ở đây có trường này. Xin chọn trường khác.</source>
        <translation>No document here has this field. Please choose another one.</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n dòng</source>
        <translation>
            <numerusform>%n row left</numerusform>
            <numerusform>%n rows left</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã xem hết</source>
        <translation>All looked at</translation>
    </message>
    <message>
        <source>Ô đang trống. Xin chọn “Để trống” hoặc “Không đọc được”.</source>
        <translation>The value is empty. Please choose “Blank” or “Illegible”.</translation>
    </message>
    <message>
        <source>Máy đọc không chắc, xin gõ lại theo giấy. Nếu giấy ghi đúng như vậy, xin nhấn Shift+Enter.</source>
        <translation>The machine is not sure, please type it from the paper. If the paper says just so, press Shift+Enter.</translation>
    </message>
    <message>
        <source>Giá trị không đúng dạng. Nếu giấy ghi đúng như vậy, xin nhấn Shift+Enter.</source>
        <translation>The value does not fit. If the paper says just so, press Shift+Enter.</translation>
    </message>
    <message>
        <source>Đã xem hết cột “{field}”. Xin nhấn {key} để chọn trường khác.</source>
        <translation>The column “{field}” is done. Please press {key} to choose another field.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>không đọc được</source>
        <extracomment>Of a long value so many lines are seen, and the row below is not covered. Of the width, what the paper has.</extracomment>
        <translation>illegible</translation>
    </message>
    <message>
        <source>máy không thấy</source>
        <translation>not seen</translation>
    </message>
    <message>
        <source>giấy để trống</source>
        <translation>blank on paper</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Bảng lệnh</source>
        <extracomment>What a search gives back to: the text that it was asked for, and what it found.</extracomment>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Gõ tên việc, tên hồ sơ hoặc tài liệu, không cần dấu</source>
        <translation>Type what to do, or the name of a dossier or document; marks may be left out</translation>
    </message>
    <message>
        <source>Các lệnh</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Không tìm thấy. Xin thử gõ từ khác.</source>
        <translation>Nothing found. Please try another word.</translation>
    </message>
    <message>
        <source>↑ ↓: chọn   ·   Enter: thực hiện   ·   Esc: đóng</source>
        <translation>↑ ↓: choose   ·   Enter: do it   ·   Esc: close</translation>
    </message>
</context>
<context>
    <name>ContentsTab</name>
    <message>
        <source>&amp;Danh mục:</source>
        <translation>&amp;Checklist:</translation>
    </message>
    <message>
        <source>Danh mục phải có</source>
        <translation>What must be there</translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation>Component</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mục lục tài liệu</source>
        <translation>Inventory of papers</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tên tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Page</translation>
    </message>
    <message numerus="yes">
        <source>Thiếu %n thành phần</source>
        <translation>
            <numerusform>%n component missing</numerusform>
            <numerusform>%n components missing</numerusform>
        </translation>
    </message>
    <message>
        <source>Đủ thành phần</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Hồ sơ giấy: {shelf}</source>
        <translation>Paper dossier: {shelf}</translation>
    </message>
    <message numerus="yes">
        <source>có %n</source>
        <translation>
            <numerusform>%n present</numerusform>
            <numerusform>%n present</numerusform>
        </translation>
    </message>
    <message>
        <source>thiếu các năm {years}</source>
        <translation>years missing: {years}</translation>
    </message>
    <message>
        <source>thiếu</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>có nhưng hết hạn</source>
        <translation>present but out of date</translation>
    </message>
    <message numerus="yes">
        <source>có %n, có thể trùng</source>
        <translation>
            <numerusform>%n present, may be doubled</numerusform>
            <numerusform>%n present, may be doubled</numerusform>
        </translation>
    </message>
    <message>
        <source>chưa bắt buộc</source>
        <translation>not required yet</translation>
    </message>
</context>
<context>
    <name>CopyRegisterSection</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Độ mật</source>
        <translation>Marking</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Người sao</source>
        <translation>Copied by</translation>
    </message>
    <message>
        <source>Sổ sao chụp tài liệu mật</source>
        <translation>Register of copies of secret papers</translation>
    </message>
    <message>
        <source>Sổ chưa có dòng nào. Mỗi trang có dấu “Mật” được số hóa sẽ được ghi vào sổ này.</source>
        <translation>The register has no line yet. Every page marked “Mật” that is digitised is entered here.</translation>
    </message>
    <message>
        <source>In sổ ra PDF… ({key})</source>
        <translation>Print the register as PDF… ({key})</translation>
    </message>
    <message>
        <source>Lọc sổ sao chụp</source>
        <translation>Filter the register of copies</translation>
    </message>
    <message>
        <source>In sổ sao chụp ra PDF</source>
        <translation>Print the register of copies as PDF</translation>
    </message>
    <message>
        <source>So sao chup tai lieu mat.pdf</source>
        <translation>Register of copies.pdf</translation>
    </message>
    <message>
        <source>Đã in sổ ra tệp {file}.</source>
        <translation>The register was printed to the file {file}.</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>&amp;Gửi đề nghị</source>
        <translation>&amp;Send the request</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Giá trị &amp;đúng:</source>
        <translation>Right &amp;value:</translation>
    </message>
    <message>
        <source>&amp;Lý do (được lưu cùng giá trị):</source>
        <translation>&amp;Reason (kept with the value):</translation>
    </message>
    <message>
        <source>&amp;Theo tài liệu:</source>
        <translation>By &amp;document:</translation>
    </message>
    <message>
        <source>(không có tài liệu)</source>
        <translation>(no document)</translation>
    </message>
    <message>
        <source>Đề nghị sửa: {place}</source>
        <translation>Request a change: {place}</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Xin ghi giá trị đúng và lý do trước khi gửi</source>
        <translation>Please give the right value and the reason first</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Ảnh phóng to của trường đang kiểm tra</source>
        <extracomment>Screen pixels for a pixel of a 300 dpi page at which print reads well. A line of writing is drawn no lower than this; one that is then too long for its room goes with the caret. How wide a letter is on paper, as a share of its line&apos;s height: by it one knows where the caret is. How much of what stands beside the place is taken away.</extracomment>
        <translation>Enlarged picture of the field being checked</translation>
    </message>
</context>
<context>
    <name>DaySheetSection</name>
    <message>
        <source>Mã chốt nhật ký cuối ngày</source>
        <translation>Anchor of the log at the end of the day</translation>
    </message>
    <message>
        <source>Cuối ngày, xin lấy mã chốt, ghi cùng ngày giờ vào phiếu cuối ngày và cất ngoài máy tính. Sau này, “Kiểm tra kho” đối chiếu mã đó và thấy ngay nếu nhật ký bị cắt, bị sửa hay bị thay bằng bản cũ.</source>
        <translation>At the end of the day take the anchor, write it on the day sheet with date and time, and keep the sheet away from the PC. Later “Store check” compares it and shows at once whether the log was cut, changed or put back.</translation>
    </message>
    <message>
        <source>Lấy mã chốt ({key})</source>
        <translation>Take the anchor ({key})</translation>
    </message>
    <message>
        <source>Mã chốt</source>
        <translation>Anchor</translation>
    </message>
    <message>
        <source>Chép mã để dán</source>
        <translation>Copy it for pasting</translation>
    </message>
    <message>
        <source>Lấy mã chốt nhật ký</source>
        <translation>Take the anchor of the log</translation>
    </message>
    <message>
        <source>Lúc {at}, nhật ký có {count} dòng:</source>
        <translation>At {at} the log has {count} entries:</translation>
    </message>
    <message>
        <source>Đã chép mã chốt. Xin dán vào phiếu cuối ngày rồi in ra.</source>
        <translation>The anchor was copied. Please paste it into the day sheet and print that.</translation>
    </message>
</context>
<context>
    <name>DeskFoot</name>
    <message>
        <source>trường sau, trường trước</source>
        <translation>next field, previous field</translation>
    </message>
    <message>
        <source>lấy chữ từ ảnh</source>
        <translation>take words from the picture</translation>
    </message>
    <message>
        <source>lật trang</source>
        <translation>turn pages</translation>
    </message>
    <message>
        <source>cỡ ảnh</source>
        <translation>size of the picture</translation>
    </message>
    <message>
        <source>đổi dấu, đổi chữ</source>
        <translation>change marks, change the letter</translation>
    </message>
    <message>
        <source>gợi ý, chọn, lấy</source>
        <translation>suggestions, choose, take</translation>
    </message>
    <message>
        <source>hoàn tác</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>tài liệu kế tiếp</source>
        <translation>next document</translation>
    </message>
    <message>
        <source>tạm giữ, ghi chú</source>
        <translation>hold, note</translation>
    </message>
    <message>
        <source>trang còn việc</source>
        <translation>pages with work left</translation>
    </message>
    <message>
        <source>về ô giá trị</source>
        <translation>back to the value</translation>
    </message>
    <message>
        <source>xoay trang</source>
        <translation>turn the page round</translation>
    </message>
    <message>
        <source>vừa ngang, vừa trang</source>
        <translation>fit width, fit page</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>Kiểm tra</source>
        <extracomment>Narrower than this (pixels), buttons show their drawing and key alone.</extracomment>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Hiện hoặc ẩn danh sách tài liệu</source>
        <translation>Show or hide the list of documents</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Danh sách tài liệu</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Ghi chú về tài liệu này</source>
        <translation>Note about this document</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Tạm giữ tài liệu này, kèm lý do</source>
        <translation>Put this document on hold, with a reason</translation>
    </message>
    <message>
        <source>Tạm giữ</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Duyệt</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>In phiếu</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Không rõ mẫu</source>
        <translation>Form not known</translation>
    </message>
    <message>
        <source>{form} · {pages} trang</source>
        <translation>{form} · {pages} pages</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n chỗ phải kiểm tra</source>
        <translation>
            <numerusform>%n place to check</numerusform>
            <numerusform>%n places to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã duyệt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Đã kiểm tra hết</source>
        <translation>All checked</translation>
    </message>
    <message>
        <source>Đưa tài liệu này vào lý lịch điện tử</source>
        <translation>Put this document into the electronic record</translation>
    </message>
    <message>
        <source>Đang tạm giữ nên chưa duyệt được</source>
        <translation>On hold, so it cannot be approved yet</translation>
    </message>
    <message>
        <source>Xin kiểm tra hết trước khi duyệt</source>
        <translation>Please check everything before you approve</translation>
    </message>
    <message>
        <source>Không rõ mẫu nên chưa duyệt được</source>
        <translation>The form is not known, so it cannot be approved yet</translation>
    </message>
    <message>
        <source>Chờ người có quyền duyệt</source>
        <translation>Waits for somebody who may approve</translation>
    </message>
    <message>
        <source>Đang lưu…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>DiaryPanel</name>
    <message>
        <source>Lý do tạm giữ</source>
        <translation>Reason for the hold</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Những điều đã ghi về tài liệu</source>
        <translation>What was noted about the document</translation>
    </message>
    <message>
        <source>Tạm giữ tài liệu</source>
        <translation>Put the document on hold</translation>
    </message>
    <message>
        <source>Ghi chú về tài liệu</source>
        <translation>Note about the document</translation>
    </message>
    <message>
        <source>Ghi thêm nếu cần</source>
        <translation>Add a remark if needed</translation>
    </message>
    <message>
        <source>Nội dung ghi chú</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <source>Tạm giữ (Enter)</source>
        <translation>Hold (Enter)</translation>
    </message>
    <message>
        <source>Ghi (Enter)</source>
        <translation>Save (Enter)</translation>
    </message>
    <message>
        <source>Chưa có ghi chú nào về tài liệu này.</source>
        <translation>There are no notes about this document yet.</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Hai lần nhập khác nhau. Xin so với ảnh rồi chọn.</source>
        <translation>The entries differ. Please compare them with the picture and choose.</translation>
    </message>
    <message>
        <source>Hai lần nhập khác nhau. Người kiểm tra sẽ quyết định; xin sang trường sau.</source>
        <translation>The entries differ. A reviewer will decide; please go on to the next field.</translation>
    </message>
    <message>
        <source>Giữ lần đầu ({key})</source>
        <translation>Keep the first ({key})</translation>
    </message>
    <message>
        <source>Giữ lần hai ({key})</source>
        <translation>Keep the second ({key})</translation>
    </message>
    <message>
        <source>Để lại sau ({key})</source>
        <translation>Leave for later ({key})</translation>
    </message>
    <message>
        <source>Lần đầu</source>
        <translation>First entry</translation>
    </message>
    <message>
        <source>Lần hai</source>
        <translation>Second entry</translation>
    </message>
    <message>
        <source>(không đọc được)</source>
        <translation>(illegible)</translation>
    </message>
    <message>
        <source>(để trống)</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>DocumentDetails</name>
    <message>
        <source>Chưa rõ là loại giấy tờ gì, xin chọn loại.</source>
        <translation>The type of this paper is not known; please choose it.</translation>
    </message>
    <message>
        <source>Loại tài liệu… ({key})</source>
        <translation>Document type… ({key})</translation>
    </message>
    <message>
        <source>Đưa vào hồ sơ… ({key})</source>
        <translation>Put into a dossier… ({key})</translation>
    </message>
    <message>
        <source>Lấy khỏi hồ sơ ({key})</source>
        <translation>Take out of the dossier ({key})</translation>
    </message>
    <message>
        <source>So sánh trang trùng ({key})</source>
        <translation>Compare doubled pages ({key})</translation>
    </message>
    <message>
        <source>Chọn một trang hoặc một tài liệu để xem ở đây.</source>
        <translation>Choose a page or a document to see it here.</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Notation</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Trang đã đổi, cần đọc lại ({key}).</source>
        <translation>Pages have changed; please read it again ({key}).</translation>
    </message>
    <message>
        <source>Đã vào hồ sơ: không sắp xếp được nữa.</source>
        <translation>In a dossier: it cannot be arranged any more.</translation>
    </message>
    <message>
        <source>Máy chắc {share} % tài liệu bắt đầu từ trang này.</source>
        <translation>The machine is {share} % sure that the document begins with this page.</translation>
    </message>
    <message>
        <source>⚠ Máy chỉ chắc {share} % tài liệu bắt đầu từ trang này.</source>
        <translation>⚠ The machine is only {share} % sure that the document begins with this page.</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Lọc theo tên ({key})</source>
        <translation>Filter by name ({key})</translation>
    </message>
    <message>
        <source>Không có tên nào như vậy. Xin bớt chữ trong ô lọc.</source>
        <translation>There is no such name. Please shorten the filter.</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Tài liệu trong hồ sơ</source>
        <translation>Documents in the dossier</translation>
    </message>
    <message>
        <source>Mở ở phần Kiểm tra ({key})</source>
        <translation>Open in Verify ({key})</translation>
    </message>
    <message>
        <source>Hồ sơ chưa có tài liệu nào.</source>
        <translation>The dossier has no documents yet.</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Mở thư mục ({key})</source>
        <translation>Open folder ({key})</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Mảnh khóa</source>
        <translation>Key shares</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Muốn làm quen trước, xin thử với hồ sơ mẫu của người không có thật. Những gì làm thử không được giữ lại; làm xong, xin đăng nhập để vào kho của cơ quan.</source>
        <translation>To get used to the program first, try it with the sample dossiers of people who do not exist. Nothing you do there is kept; afterwards, log in to enter the office&apos;s store.</translation>
    </message>
    <message>
        <source>{full_name} ({name}), lãnh đạo cơ quan</source>
        <translation>{full_name} ({name}), head of the office</translation>
    </message>
    <message>
        <source>Để sau: Quản trị, thẻ Đơn vị</source>
        <translation>Later: Administration, tab Units</translation>
    </message>
    <message>
        <source>Để sau: Quản trị, thẻ Sao lưu</source>
        <translation>Later: Administration, tab Backup</translation>
    </message>
    <message>
        <source>Để sau: chọn khi quét ở Tiếp nhận</source>
        <translation>Later: choose when scanning, in Intake</translation>
    </message>
</context>
<context>
    <name>DossierHead</name>
    <message>
        <source>Một người nhập và duyệt</source>
        <translation>Keyed and approved by one person</translation>
    </message>
    <message>
        <source>Có giá trị do một người vừa nhập vừa duyệt, sau khi nhập lại lần hai</source>
        <translation>Some values were keyed and approved by one person, after double entry</translation>
    </message>
    <message>
        <source>In phiếu ({key})</source>
        <translation>Print profile ({key})</translation>
    </message>
    <message>
        <source>(chưa rõ tên)</source>
        <translation>(name not known)</translation>
    </message>
    <message>
        <source>Sinh {day}</source>
        <translation>Born {day}</translation>
    </message>
    <message>
        <source>Số định danh {number}</source>
        <translation>ID number {number}</translation>
    </message>
    <message>
        <source>Số CMND {number}</source>
        <translation>Identity card {number}</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Các phần của hồ sơ</source>
        <translation>Parts of the dossier</translation>
    </message>
    <message>
        <source>Lý lịch</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Quá trình</source>
        <translation>Career</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Phần sau của hồ sơ</source>
        <translation>Next part of the dossier</translation>
    </message>
    <message>
        <source>Phần trước của hồ sơ</source>
        <translation>Previous part of the dossier</translation>
    </message>
    <message>
        <source>In phiếu của hồ sơ</source>
        <translation>Print the profile of the dossier</translation>
    </message>
    <message>
        <source>Đề nghị sửa giá trị</source>
        <translation>Request a change of the value</translation>
    </message>
    <message>
        <source>Xem cả trang giấy</source>
        <translation>Show the whole page</translation>
    </message>
    <message>
        <source>Mở ở phần Kiểm tra</source>
        <translation>Open in Verify</translation>
    </message>
    <message>
        <source>Đồng ý sửa</source>
        <translation>Change it as requested</translation>
    </message>
    <message>
        <source>Không sửa</source>
        <translation>Do not change</translation>
    </message>
    <message>
        <source>Tách lại hồ sơ đã gộp</source>
        <translation>Undo the merge of dossiers</translation>
    </message>
    <message>
        <source>Mục khác</source>
        <translation>Other items</translation>
    </message>
</context>
<context>
    <name>DossiersRoom</name>
    <message>
        <source>Tìm hồ sơ trùng ({key})</source>
        <extracomment>Below this width the list gives way to an open dossier.</extracomment>
        <translation>Find duplicates ({key})</translation>
    </message>
    <message>
        <source>Gõ tên (không cần dấu), số định danh hoặc chữ trong tài liệu.
Nhấn Enter để mở hồ sơ.</source>
        <translation>Type a name (marks may be left out), an ID number or words of a document.
Press Enter to open the dossier.</translation>
    </message>
    <message>
        <source>tìm</source>
        <translation>search</translation>
    </message>
    <message>
        <source>mở hồ sơ</source>
        <translation>open the dossier</translation>
    </message>
    <message>
        <source>từng giá trị</source>
        <translation>value by value</translation>
    </message>
    <message>
        <source>ẩn, hiện danh sách</source>
        <translation>hide, show the list</translation>
    </message>
    <message>
        <source>thẻ sau</source>
        <translation>next tab</translation>
    </message>
    <message>
        <source>từng cặp</source>
        <translation>pair by pair</translation>
    </message>
    <message>
        <source>lý do gộp</source>
        <translation>reason for merging</translation>
    </message>
    <message>
        <source>về hồ sơ</source>
        <translation>back to the dossier</translation>
    </message>
    <message>
        <source>tìm hồ sơ</source>
        <translation>find a dossier</translation>
    </message>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Find a dossier</translation>
    </message>
    <message>
        <source>Ẩn hoặc hiện danh sách hồ sơ</source>
        <translation>Hide or show the list of dossiers</translation>
    </message>
    <message>
        <source>Tìm hồ sơ trùng người</source>
        <translation>Find dossiers of one person</translation>
    </message>
    <message>
        <source>Gộp hai hồ sơ</source>
        <translation>Merge the two dossiers</translation>
    </message>
    <message>
        <source>Đổi hồ sơ được giữ lại</source>
        <translation>Keep the other dossier</translation>
    </message>
    <message>
        <source>Ghi nhận là hai người</source>
        <translation>Note that they are two persons</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào. Xin duyệt tài liệu ở phần Kiểm tra ({key}) trước.</source>
        <translation>There are no dossiers yet. Please approve documents first, in Verify ({key}).</translation>
    </message>
    <message>
        <source>Đã sửa. Giá trị cũ còn trong lịch sử.</source>
        <translation>Changed. The old value stays in the history.</translation>
    </message>
    <message>
        <source>Đã gửi đề nghị sửa. Đề nghị chờ người có quyền duyệt, ở phần Thay đổi.</source>
        <translation>The request was sent. It waits in Changes for somebody who may approve.</translation>
    </message>
    <message>
        <source>Đã sửa theo đề nghị.</source>
        <translation>Changed as requested.</translation>
    </message>
    <message>
        <source>Đã từ chối đề nghị sửa.</source>
        <translation>The request was refused.</translation>
    </message>
    <message>
        <source>Hồ sơ chưa có tài liệu nào được duyệt, nên chưa in được phiếu.</source>
        <translation>No document of this dossier is approved yet, so no profile can be printed.</translation>
    </message>
    <message numerus="yes">
        <source>%n cặp</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã gộp hai hồ sơ. Có thể tách lại ở phần Thay đổi của hồ sơ.</source>
        <translation>The dossiers were merged. This can be undone in Changes of the dossier.</translation>
    </message>
    <message>
        <source>Đã ghi nhận là hai người. Cặp này không hiện lại nữa.</source>
        <translation>Noted as two persons. This pair will not be shown again.</translation>
    </message>
    <message>
        <source>Mở hồ sơ đã gộp</source>
        <translation>Open the merged dossier</translation>
    </message>
    <message>
        <source>Đã tách lại hồ sơ.</source>
        <translation>The merge was undone.</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Cặp hồ sơ có thể là một người</source>
        <translation>Pairs that may be one person</translation>
    </message>
    <message>
        <source>Hai hồ sơ đặt cạnh nhau</source>
        <translation>Two dossiers side by side</translation>
    </message>
    <message>
        <source>Lý do gộp, ví dụ: quét hai lần</source>
        <translation>Reason for the merge, for example: scanned twice</translation>
    </message>
    <message>
        <source>Lý do gộp hai hồ sơ</source>
        <translation>Reason for merging the dossiers</translation>
    </message>
    <message>
        <source>Gộp vào cột giữa ({key})</source>
        <translation>Merge into the middle one ({key})</translation>
    </message>
    <message>
        <source>Đổi bên ({key})</source>
        <translation>Swap ({key})</translation>
    </message>
    <message>
        <source>Là hai người ({key})</source>
        <translation>Two persons ({key})</translation>
    </message>
    <message>
        <source>Về hồ sơ (Esc)</source>
        <translation>Back to the dossiers (Esc)</translation>
    </message>
    <message>
        <source>Hồ sơ có thể trùng người</source>
        <translation>Dossiers that may be of one person</translation>
    </message>
    <message>
        <source>Hai hồ sơ của cặp được chọn hiện ở đây, chỗ khác nhau đứng trước.</source>
        <translation>The dossiers of the chosen pair are shown here, differences first.</translation>
    </message>
    <message>
        <source>Đang tìm hồ sơ trùng…</source>
        <translation>Looking for duplicates…</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào có vẻ trùng người.</source>
        <translation>No dossiers seem to be of one person.</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n cặp nữa, hiện sau khi xong các cặp này.</source>
        <translation>
            <numerusform>%n more pair is shown once these are done.</numerusform>
            <numerusform>%n more pairs are shown once these are done.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Giữ lại: {name}</source>
        <translation>Kept: {name}</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>illegible</translation>
    </message>
    <message>
        <source>Xin ghi lý do trước khi gộp</source>
        <translation>Please give the reason before you merge</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Có trục trặc</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Ảnh của giá trị trên giấy</source>
        <extracomment>A line of a form can be read in it, and the form for corrections fits. Before each value of a history.</extracomment>
        <translation>Picture of the value on the paper</translation>
    </message>
    <message>
        <source>Xem cả trang ({key})</source>
        <translation>Whole page ({key})</translation>
    </message>
    <message>
        <source>Đề nghị sửa ({key})</source>
        <translation>Request a change ({key})</translation>
    </message>
    <message>
        <source>Lịch sử của giá trị</source>
        <translation>History of the value</translation>
    </message>
    <message>
        <source>Bằng chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Theo {paper}, trang {page}.</source>
        <translation>By {paper}, page {page}.</translation>
    </message>
    <message>
        <source>Theo {paper}.</source>
        <translation>By {paper}.</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>illegible</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>Người thứ hai xác nhận: {name}.</source>
        <translation>Confirmed by a second person: {name}.</translation>
    </message>
    <message>
        <source>⚠ Có đề nghị sửa đang chờ duyệt.</source>
        <translation>⚠ A request for a change waits for approval.</translation>
    </message>
    <message>
        <source>Xin chọn một giá trị bên trái để xem ảnh và lịch sử của nó.</source>
        <translation>Please choose a value on the left to see its picture and history.</translation>
    </message>
    <message>
        <source>Giá trị này không có ảnh: do người nhập, không lấy từ giấy.</source>
        <translation>This value has no picture: somebody keyed it, it was not taken from a paper.</translation>
    </message>
    <message>
        <source>Đang mở ảnh…</source>
        <translation>Opening the picture…</translation>
    </message>
    <message>
        <source>Trang này nay không còn trong tài liệu.</source>
        <translation>This page is not in the document any more.</translation>
    </message>
    <message>
        <source>Máy không tìm thấy chỗ của giá trị trên trang.</source>
        <translation>The machine did not find where the value stands on the page.</translation>
    </message>
    <message>
        <source>Không mở được ảnh trang này. {reason}</source>
        <translation>The picture of this page could not be opened. {reason}</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Giao bản sao lưu</source>
        <translation>Hand on a backup</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>Nhận</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Để trống</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Trên giấy để trống</source>
        <translation>Blank on the paper</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Mở lại trường đã kiểm tra để sửa</source>
        <translation>Reopen a checked field to change it</translation>
    </message>
    <message>
        <source>Nhận giá trị trong ô và sang chỗ kế tiếp cần kiểm tra</source>
        <translation>Accept the value and go to the next place to check</translation>
    </message>
    <message>
        <source>Máy không tìm thấy trường này trên ảnh. Xin xem trang bên trái.</source>
        <translation>The machine did not find this field in the picture. Please look at the page on the left.</translation>
    </message>
    <message>
        <source>Đang mở ảnh trang…</source>
        <translation>Opening the picture of the page…</translation>
    </message>
    <message>
        <source>Ô giá trị đang trống. Xin nhấn {blank} nếu trên giấy để trống, {illegible} nếu không đọc được.</source>
        <translation>The value is empty. Please press {blank} if the paper is blank there, {illegible} if it cannot be read.</translation>
    </message>
    <message>
        <source>Chỗ màu đỏ xin gõ lại theo giấy. Nếu trên giấy ghi đúng như vậy, xin nhấn {as_written}.</source>
        <translation>Please type what is red again from the paper. If the paper says exactly this, press {as_written}.</translation>
    </message>
    <message>
        <source>Nội dung vừa gõ không đúng dạng của trường này (ngày, số hoặc mã). Nếu trên giấy ghi đúng như vậy, xin nhấn {as_written}.</source>
        <translation>What was typed does not fit this field (date, number or code). If the paper says exactly this, press {as_written}.</translation>
    </message>
    <message>
        <source>Tài liệu đã duyệt nên chỉ xem được.</source>
        <translation>The document is approved and can only be looked at.</translation>
    </message>
    <message>
        <source>Nếu cần sửa trường này, xin nhấn {key} để mở lại.</source>
        <translation>To change this field, press {key} to reopen it.</translation>
    </message>
    <message>
        <source>{table} · dòng {row}</source>
        <translation>{table} · row {row}</translation>
    </message>
    <message>
        <source>(không đọc được)</source>
        <translation>(illegible)</translation>
    </message>
    <message>
        <source>(máy không thấy trên ảnh)</source>
        <translation>(not found on the picture)</translation>
    </message>
    <message>
        <source>(trên giấy để trống)</source>
        <translation>(blank on the paper)</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Các trường của tài liệu</source>
        <translation>Fields of the document</translation>
    </message>
    <message>
        <source>Bỏ dòng vừa thêm</source>
        <translation>Drop the row just added</translation>
    </message>
    <message>
        <source>Thêm dòng máy bỏ sót</source>
        <translation>Add a row that the machine missed</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Năng suất của mọi người</source>
        <translation>Output of everybody</translation>
    </message>
    <message>
        <source>Năng suất của tôi</source>
        <translation>My output</translation>
    </message>
    <message>
        <source>Khoảng thời gian</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>7 ngày qua</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>30 ngày qua</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Từ trước đến nay</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>Chưa ai nhập mục nào trong thời gian này. Xin chọn thời gian khác.</source>
        <translation>Nobody entered a field in this period. Please choose another one.</translation>
    </message>
    <message>
        <source>Mục
đã nhập</source>
        <translation>Fields
entered</translation>
    </message>
    <message>
        <source>Phím/
mục</source>
        <translation>Keys/
field</translation>
    </message>
    <message>
        <source>Bị sửa/
1.000 mục</source>
        <translation>Changed/
1,000 fields</translation>
    </message>
    <message>
        <source>Thời gian không tính lúc nghỉ quá {pause} giây. Chương trình chỉ đếm số phím, không ghi phím nào được bấm. Bị sửa: mục đã nhập mà sau đó người khác sửa lại.</source>
        <translation>Breaks of more than {pause} seconds do not count as time. The program only counts keys and does not note which ones. Changed: fields that somebody else corrected later.</translation>
    </message>
    <message>
        <source>Chọn khoảng thời gian</source>
        <translation>Choose the period</translation>
    </message>
    <message>
        <source>Người làm</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Phím
bấm</source>
        <translation>Keys
pressed</translation>
    </message>
    <message>
        <source>Thời gian
(phút)</source>
        <translation>Time
(min.)</translation>
    </message>
    <message>
        <source>Phút/
tài liệu</source>
        <translation>Min./
document</translation>
    </message>
    <message>
        <source>Sai trong
mẫu rút</source>
        <translation>Wrong when
sampled</translation>
    </message>
    <message>
        <source>Số liệu của từng người</source>
        <translation>Figures of each person</translation>
    </message>
    <message>
        <source>chọn thời gian</source>
        <translation>choose the period</translation>
    </message>
    <message>
        <source>về từng tài liệu</source>
        <translation>back to By document</translation>
    </message>
    <message>
        <source>{wrong} / {sampled}</source>
        <translation>{wrong} / {sampled}</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>{count} cảnh báo (nhấn {key} để đến từng chỗ)</source>
        <translation>{count} warnings ({key} goes to each of them)</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Chọn…</source>
        <extracomment>What the system draws around a window, at most.</extracomment>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>HandOnSection</name>
    <message>
        <source>Trao đổi với Trung tâm</source>
        <translation>Exchange with the centre</translation>
    </message>
    <message>
        <source>Chương trình không dùng mạng: dữ liệu chỉ rời máy này bằng USB do người của cơ quan mang đi. Hiện nay có thể giao cả kho dưới dạng bản sao lưu đã mã hóa; gói gửi từng hồ sơ và giấy biên nhận của Trung tâm chưa có trong phiên bản này.</source>
        <translation>The program uses no network: data leaves this PC only on a stick that somebody of the office carries. Today the whole store can be handed on as a sealed backup; parcels of single dossiers and receipts from the centre are not part of this version.</translation>
    </message>
    <message>
        <source>Ai mở được bản này</source>
        <translation>Who can open it</translation>
    </message>
    <message>
        <source>Người dùng của cơ quan mở bằng mật khẩu đã dùng vào ngày sao lưu. Nếu kho được tạo với khóa khôi phục của Trung tâm, Trung tâm cũng mở được bằng hai trong ba mảnh khóa do ba người giữ; nếu không, hai trong ba mảnh khóa của cơ quan mở được. Xin không để mảnh khóa chung với USB.</source>
        <translation>Users of the office open it with the passphrase used on the day of the backup. If the store was made with the recovery key of the centre, the centre can open it, too, with two of the three sheets that three people keep; if not, two of the three sheets of the office open it. Please do not keep sheets and stick together.</translation>
    </message>
    <message>
        <source>Sao lưu ra USB</source>
        <translation>Back up to a stick</translation>
    </message>
    <message>
        <source>Xin chọn thư mục trên USB.</source>
        <translation>Please choose a folder on the stick.</translation>
    </message>
</context>
<context>
    <name>HeldBar</name>
    <message>
        <source>Thôi tạm giữ ({key})</source>
        <translation>Take off hold ({key})</translation>
    </message>
    <message>
        <source>Đang tạm giữ. {reason} ({by}, {when})</source>
        <translation>On hold. {reason} ({by}, {when})</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>(chưa rõ tên)</source>
        <translation>(name not known)</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Tìm tên, số định danh… ({key})</source>
        <translation>Name, ID number… ({key})</translation>
    </message>
    <message>
        <source>Tìm hồ sơ theo tên, số định danh, chữ trong tài liệu</source>
        <translation>Find dossiers by name, ID number or words of a document</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Hồ sơ tìm được</source>
        <translation>Dossiers found</translation>
    </message>
    <message>
        <source>Hồ sơ cán bộ</source>
        <translation>Cadre dossiers</translation>
    </message>
    <message>
        <source>Không tìm thấy ai. Xin thử ít chữ hơn, hoặc gõ không dấu.</source>
        <translation>Nobody found. Please try fewer words, or leave the marks out.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào thuộc nhóm này.</source>
        <translation>No dossier is in this group.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào. Hồ sơ hiện ở đây sau khi tài liệu được duyệt ở phần Kiểm tra.</source>
        <translation>There are no dossiers yet. They are shown here once documents were approved in Verify.</translation>
    </message>
</context>
<context>
    <name>HoldReason</name>
    <message>
        <source>Chữ không đọc được</source>
        <extracomment>A window lower than this (pixels) has room for the newest lines only, and for no heading.</extracomment>
        <translation>Illegible writing</translation>
    </message>
    <message>
        <source>Nội dung mâu thuẫn</source>
        <translation>Contradictions</translation>
    </message>
    <message>
        <source>Thiếu trang</source>
        <translation>Pages missing</translation>
    </message>
    <message>
        <source>Có dấu chỉ độ mật</source>
        <translation>Marking of secrecy</translation>
    </message>
    <message>
        <source>Cần hỏi người khai</source>
        <translation>The declarant must be asked</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Thôi tạm giữ</source>
        <translation>Taken off hold</translation>
    </message>
    <message>
        <source>Ghi chú của {name}: {text}</source>
        <translation>Note by {name}: {text}</translation>
    </message>
    <message>
        <source>Tạm giữ – {reason}</source>
        <translation>On hold – {reason}</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Đợt {when}</source>
        <translation>Batch {when}</translation>
    </message>
    <message>
        <source>{when} · {by}</source>
        <translation>{when} · {by}</translation>
    </message>
    <message>
        <source>Đang nhận: {known} trang</source>
        <translation>Taking in: {known} pages</translation>
    </message>
    <message>
        <source>Chờ đọc: {read}/{known} trang</source>
        <translation>Waits: {read}/{known} pages read</translation>
    </message>
    <message>
        <source>Đang đọc {read}/{known} trang</source>
        <translation>Reading: {read}/{known} pages</translation>
    </message>
    <message>
        <source>Tạm dừng: {read}/{known} trang</source>
        <translation>Paused: {read}/{known} pages</translation>
    </message>
    <message>
        <source>Chưa đọc được: {read}/{known} trang</source>
        <translation>Could not be read: {read}/{known} pages</translation>
    </message>
    <message>
        <source>Chưa đọc xong: {read}/{known} trang</source>
        <translation>Not finished: {read}/{known} pages</translation>
    </message>
    <message>
        <source>Mới quét một mặt: {known} trang</source>
        <translation>One side scanned: {known} pages</translation>
    </message>
    <message>
        <source>Đã đọc: {known} trang, {documents} tài liệu</source>
        <translation>Read: {known} pages, {documents} documents</translation>
    </message>
    <message>
        <source>Đang đọc {read}/{known} · còn {time}</source>
        <translation>Reading {read}/{known} · {time} left</translation>
    </message>
    <message>
        <source>{minutes} phút</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{count} tệp lỗi</source>
        <translation>{count} files failed</translation>
    </message>
    <message>
        <source>chưa đầy 1 phút</source>
        <translation>less than 1 minute</translation>
    </message>
    <message>
        <source>Thường</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mật</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>Tối mật</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Tuyệt mật</source>
        <translation>Top secret</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Tiếp nhận</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Độ mật:</source>
        <translation>Marking:</translation>
    </message>
    <message>
        <source>Độ mật của đợt sắp nhận</source>
        <translation>Marking of the next batch</translation>
    </message>
    <message>
        <source>Các trang của đợt quét</source>
        <translation>Pages of the batch</translation>
    </message>
    <message>
        <source>trang cần xem</source>
        <translation>pages to look at</translation>
    </message>
    <message>
        <source>danh sách, trang</source>
        <translation>list, pages</translation>
    </message>
    <message>
        <source>lọc đợt quét</source>
        <translation>filter the batches</translation>
    </message>
    <message>
        <source>Chưa có đợt quét nào. Đợt quét mới sẽ hiện ở đây.</source>
        <translation>No batches yet. New ones will appear here.</translation>
    </message>
    <message>
        <source>ngừng nhận hoặc ngừng đọc</source>
        <translation>stop taking in or reading</translation>
    </message>
    <message>
        <source>tạm dừng đọc, đọc tiếp</source>
        <translation>pause reading, read on</translation>
    </message>
    <message>
        <source>Thêm tệp… ({key})</source>
        <translation>Add files… ({key})</translation>
    </message>
    <message>
        <source>Tệp… ({key})</source>
        <translation>Files… ({key})</translation>
    </message>
    <message>
        <source>Thêm thư mục… ({key})</source>
        <translation>Add a folder… ({key})</translation>
    </message>
    <message>
        <source>ưu tiên đọc đợt này</source>
        <translation>read this batch first</translation>
    </message>
    <message>
        <source>Thư mục…</source>
        <translation>Folder…</translation>
    </message>
    <message>
        <source>Quét giấy… ({key})</source>
        <translation>Scan paper… ({key})</translation>
    </message>
    <message>
        <source>Quét ({key})</source>
        <translation>Scan ({key})</translation>
    </message>
    <message>
        <source>Ngừng nhận ({key})</source>
        <translation>Stop intake ({key})</translation>
    </message>
    <message>
        <source>Ngừng ({key})</source>
        <translation>Stop ({key})</translation>
    </message>
    <message>
        <source>Đọc tiếp ({key})</source>
        <translation>Read on ({key})</translation>
    </message>
    <message>
        <source>Sắp xếp ({key})</source>
        <translation>Arrange ({key})</translation>
    </message>
    <message>
        <source>Kiểm tra ({key})</source>
        <translation>Verify ({key})</translation>
    </message>
    <message>
        <source>Xác nhận là tài liệu Mật ({key})</source>
        <translation>Declare confidential ({key})</translation>
    </message>
    <message>
        <source>Xác nhận Mật ({key})</source>
        <translation>Confidential ({key})</translation>
    </message>
    <message>
        <source>In phiếu trả tài liệu… ({key})</source>
        <translation>Print the return note… ({key})</translation>
    </message>
    <message>
        <source>In phiếu trả ({key})</source>
        <translation>Return note ({key})</translation>
    </message>
    <message>
        <source>Thêm vào đợt đang chọn</source>
        <translation>Add to the chosen batch</translation>
    </message>
    <message>
        <source>Vào đợt này</source>
        <translation>To this batch</translation>
    </message>
    <message>
        <source>Tệp…</source>
        <translation>Files…</translation>
    </message>
    <message>
        <source>Quét…</source>
        <translation>Scan…</translation>
    </message>
    <message>
        <source>Ngừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Tạm dừng đọc ({key})</source>
        <translation>Pause reading ({key})</translation>
    </message>
    <message>
        <source>Tạm dừng ({key})</source>
        <translation>Pause ({key})</translation>
    </message>
</context>
<context>
    <name>IntakeRoom</name>
    <message>
        <source>Thêm tệp ảnh hoặc PDF</source>
        <translation>Add pictures or PDF files</translation>
    </message>
    <message>
        <source>Thêm cả thư mục</source>
        <translation>Add a whole folder</translation>
    </message>
    <message>
        <source>Quét giấy</source>
        <translation>Scan paper</translation>
    </message>
    <message>
        <source>Ngừng nhận, hoặc ngừng đọc đợt quét này</source>
        <translation>Stop taking in, or stop reading this batch</translation>
    </message>
    <message>
        <source>Đọc tiếp đợt này</source>
        <translation>Read on in this batch</translation>
    </message>
    <message>
        <source>Tạm dừng đọc, hoặc đọc tiếp</source>
        <translation>Pause reading, or read on</translation>
    </message>
    <message>
        <source>Đọc đợt này trước các đợt khác</source>
        <translation>Read this batch before the others</translation>
    </message>
    <message>
        <source>Sắp xếp đợt này</source>
        <translation>Arrange this batch</translation>
    </message>
    <message>
        <source>Kiểm tra tài liệu của đợt này</source>
        <translation>Verify the documents of this batch</translation>
    </message>
    <message>
        <source>Xác nhận đợt này là Mật</source>
        <translation>Declare this batch confidential</translation>
    </message>
    <message>
        <source>In phiếu trả tài liệu mật</source>
        <translation>Print the return note for secret papers</translation>
    </message>
    <message>
        <source>Lọc đợt quét</source>
        <translation>Filter the batches</translation>
    </message>
    <message>
        <source>Trang sau cần xem</source>
        <translation>Next page to look at</translation>
    </message>
    <message>
        <source>Trang trước cần xem</source>
        <translation>Previous page to look at</translation>
    </message>
    <message>
        <source>Thư mục “{folder}” không có tệp ảnh hoặc PDF nào. Xin chọn thư mục khác.</source>
        <translation>The folder “{folder}” has no pictures or PDF files. Please choose another one.</translation>
    </message>
    <message>
        <source>Phiếu trả tài liệu.pdf</source>
        <translation>Return note.pdf</translation>
    </message>
    <message>
        <source>Đã in phiếu ra tệp {file}.</source>
        <translation>The note was printed to the file {file}.</translation>
    </message>
    <message numerus="yes">
        <source>Có %n tệp không nhận được</source>
        <translation>
            <numerusform>%n file was not taken in</numerusform>
            <numerusform>%n files were not taken in</numerusform>
        </translation>
    </message>
    <message>
        <source>Xem đợt này</source>
        <translation>Show this batch</translation>
    </message>
    <message>
        <source>Sắp xếp ({key})</source>
        <translation>Arrange ({key})</translation>
    </message>
    <message>
        <source>Đã đọc xong đợt này.</source>
        <translation>This batch is read.</translation>
    </message>
    <message numerus="yes">
        <source>Có %n đợt quét chưa đọc xong từ lần trước.</source>
        <translation>
            <numerusform>%n batch was not read to its end last time.</numerusform>
            <numerusform>%n batches were not read to their end last time.</numerusform>
        </translation>
    </message>
    <message>
        <source>Đọc tiếp tất cả</source>
        <translation>Read on in all</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Đang nhận… Trang sẽ hiện ở đây ngay khi được lưu an toàn.</source>
        <translation>Taking in… Pages are shown here as soon as they are safe on the disk.</translation>
    </message>
    <message>
        <source>Đợt quét này không có trang nào nhận được.</source>
        <translation>No page of this batch could be taken in.</translation>
    </message>
    <message>
        <source>Đang mở đợt quét…</source>
        <translation>Opening the batch…</translation>
    </message>
    <message>
        <source>Chưa có đợt quét nào. Đợt do cán bộ nhập liệu nhận sẽ hiện ở đây.</source>
        <translation>There are no batches yet. What clerks take in will be shown here.</translation>
    </message>
    <message>
        <source>Nhấn {files} để chọn tệp ảnh hoặc PDF, {folder} để chọn cả thư mục, {scan} để quét giấy.
Cũng có thể kéo tệp thả vào đây.</source>
        <translation>Press {files} to choose pictures or PDF files, {folder} to choose a whole folder, {scan} to scan paper.
Files can also be dropped here.</translation>
    </message>
</context>
<context>
    <name>IntakeSession</name>
    <message numerus="yes">
        <source>Nhận %n tệp</source>
        <extracomment>Brings paper in: told after each file which batch it is and how many pages are safe.</extracomment>
        <translation>
            <numerusform>Take in %n file</numerusform>
            <numerusform>Take in %n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Đọc đợt quét</source>
        <translation>Read a batch</translation>
    </message>
    <message>
        <source>trang</source>
        <translation>pages</translation>
    </message>
    <message numerus="yes">
        <source>%n tài liệu</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Đã xong.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Ngừng việc này</source>
        <translation>Stop this job</translation>
    </message>
    <message>
        <source>Ngừng: {words}</source>
        <translation>Stop: {words}</translation>
    </message>
    <message>
        <source>Đã ngừng. Phần đã làm xong vẫn được giữ.</source>
        <translation>Stopped. What was done is kept.</translation>
    </message>
    <message>
        <source>Không làm được.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>Đang làm…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>{done}/{total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source> · còn dưới 1 phút</source>
        <translation> · less than 1 minute left</translation>
    </message>
    <message numerus="yes">
        <source> · còn khoảng %n phút</source>
        <translation>
            <numerusform> · about %n minute left</numerusform>
            <numerusform> · about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsChip</name>
    <message numerus="yes">
        <source>Đang chạy: %n</source>
        <extracomment>Seconds that only go forward.</extracomment>
        <translation>
            <numerusform>Running: %n</numerusform>
            <numerusform>Running: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lỗi: %n việc</source>
        <translation>
            <numerusform>Failed: %n</numerusform>
            <numerusform>Failed: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Việc đã xong</source>
        <translation>Jobs done</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Các việc của máy</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Không có việc nào. Việc lâu (đọc, sao lưu, in) sẽ hiện ở đây.</source>
        <translation>There are no jobs. What takes long (reading, backups, printing) is shown here.</translation>
    </message>
    <message>
        <source>Bỏ các việc đã xong khỏi danh sách</source>
        <translation>Take finished jobs off the list</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>JudgingCard</name>
    <message>
        <source>Đã nhập:</source>
        <translation>Entered:</translation>
    </message>
    <message>
        <source>Giá trị đúng trên giấy</source>
        <translation>Right value on the paper</translation>
    </message>
    <message>
        <source>Nếu sai: gõ giá trị trên giấy rồi nhấn Enter</source>
        <translation>If wrong: type what the paper says and press Enter</translation>
    </message>
    <message>
        <source>Đúng ({key})</source>
        <translation>Right ({key})</translation>
    </message>
    <message>
        <source>Sai, để trống ({key})</source>
        <translation>Wrong, blank ({key})</translation>
    </message>
    <message>
        <source>Không đọc được ({key})</source>
        <translation>Illegible ({key})</translation>
    </message>
    <message>
        <source>Đã xem: đúng.</source>
        <translation>Judged: right.</translation>
    </message>
    <message>
        <source>Đã xem: sai, giấy ghi “{text}”.</source>
        <translation>Judged: wrong, the paper says “{text}”.</translation>
    </message>
    <message>
        <source>(không đọc được)</source>
        <translation>(illegible)</translation>
    </message>
    <message>
        <source>(để trống)</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Các phím tắt</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Lọc phím tắt</source>
        <translation>Filter the shortcuts</translation>
    </message>
    <message>
        <source>Lọc theo phím hoặc việc, không cần dấu</source>
        <translation>Filter by key or by what it does</translation>
    </message>
    <message>
        <source>↑ ↓: cuộn   ·   Esc: đóng   ·   phím của phần chưa mở sẽ có khi mở phần đó</source>
        <translation>↑ ↓: scroll   ·   Esc: close   ·   keys of other rooms are shown once those were opened</translation>
    </message>
    <message>
        <source>Không có phím nào như vậy. Xin thử gõ từ khác.</source>
        <translation>No such key. Please try another word.</translation>
    </message>
</context>
<context>
    <name>LogSection</name>
    <message>
        <source>Số</source>
        <extracomment>Of an identifier so many characters are shown.</extracomment>
        <translation>No.</translation>
    </message>
    <message>
        <source>Thời điểm</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ai</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Không có dòng nào như vậy trong nhật ký.</source>
        <translation>The log has no such entry.</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Lọc nhật ký</source>
        <translation>Filter the log</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, hiện %n dòng mới nhất</source>
        <translation>
            <numerusform>, the newest one is shown</numerusform>
            <numerusform>, the newest %n are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>Đăng nhập</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Tạo kho dữ liệu mới</source>
        <extracomment>Who came in, and the open program. What can only be mended at an earlier step; the disk may be the one of the sheets.</extracomment>
        <translation>Make a new store</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Đăng nhập lại sau {seconds} giây</source>
        <translation>Log in again in {seconds} seconds</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Log in</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Số hóa hồ sơ cán bộ</source>
        <extracomment>How the system&apos;s dialogs ask.</extracomment>
        <translation>Digitisation of cadre dossiers</translation>
    </message>
    <message>
        <source>Khóa chương trình</source>
        <translation>Lock the program</translation>
    </message>
    <message>
        <source>Đến phần {room}</source>
        <translation>Go to {room}</translation>
    </message>
    <message>
        <source>Đã lưu lựa chọn. Cửa sổ sẽ đổi ở lần mở sau, vì còn việc đang chạy ({key}).</source>
        <translation>Your choice is kept. The window changes the next time it is opened, because jobs still run ({key}).</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Máy đọc rõ</source>
        <translation>Read clearly</translation>
    </message>
    <message>
        <source>Có cảnh báo</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Cần kiểm tra</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Đã kiểm tra</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>NameSearch</name>
    <message>
        <source>hồ sơ</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>tài liệu</source>
        <translation>document</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>Oddness</name>
    <message>
        <source>Trùng với tài liệu khác.</source>
        <translation>The same as in another document.</translation>
    </message>
    <message>
        <source>Năm cách xa các tài liệu khác.</source>
        <translation>The year is far from the other documents.</translation>
    </message>
    <message>
        <source>Cách viết khác các tài liệu khác.</source>
        <translation>Written differently from the other documents.</translation>
    </message>
    <message>
        <source>Hầu như không ai ghi như vậy.</source>
        <translation>Hardly anybody writes this.</translation>
    </message>
    <message>
        <source>Các tài liệu khác đều có giá trị.</source>
        <translation>All other documents have a value.</translation>
    </message>
    <message>
        <source>Dài hoặc ngắn hơn hẳn các tài liệu khác.</source>
        <translation>Much longer or shorter than in the other documents.</translation>
    </message>
</context>
<context>
    <name>OfficeStep</name>
    <message>
        <source>ví dụ: Ủy ban nhân dân xã Hòa Bình</source>
        <translation>for example: People&apos;s Committee of Hòa Bình commune</translation>
    </message>
    <message>
        <source>Tên cơ quan</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Nếu đã có bản sao lưu từ máy khác, xin chọn “Khôi phục từ bản sao lưu…” thay vì tạo kho mới.</source>
        <translation>If there is a backup from another PC, please choose “Restore from a backup…” instead of making a new store.</translation>
    </message>
    <message>
        <source>Xin ghi tên cơ quan, hoặc nhấn “Để sau”.</source>
        <translation>Please write the name of the office, or press “Later”.</translation>
    </message>
</context>
<context>
    <name>OtherReadings</name>
    <message>
        <source>Dùng cách đọc này ({key})</source>
        <extracomment>Letters on either side of what differs that are shown with it, up to the end of their word.</extracomment>
        <translation>Use this reading ({key})</translation>
    </message>
    <message>
        <source>(trên giấy để trống)</source>
        <translation>(blank on the paper)</translation>
    </message>
    <message>
        <source>Máy còn đọc là: {text}</source>
        <translation>Also read as: {text}</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Xem các phím tắt</source>
        <translation>Show the shortcuts</translation>
    </message>
    <message>
        <source>Mở ô tìm việc</source>
        <extracomment>The pages that were made so far, and the one on screen.</extracomment>
        <translation>Open the command palette</translation>
    </message>
    <message>
        <source>Xem các việc của máy</source>
        <translation>Show the jobs</translation>
    </message>
    <message>
        <source>Giao diện sáng</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Giao diện tối</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Giao diện sáng, tối theo máy</source>
        <translation>Colours of the system</translation>
    </message>
    <message>
        <source>Mọi phần</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Tài liệu chờ kiểm tra</source>
        <translation>Documents to verify</translation>
    </message>
    <message>
        <source>Tài liệu chờ duyệt</source>
        <translation>Documents to approve</translation>
    </message>
    <message>
        <source>Tài liệu đang tạm giữ</source>
        <translation>Documents on hold</translation>
    </message>
    <message>
        <source>Đợt quét chờ máy đọc</source>
        <translation>Batches to be read</translation>
    </message>
    <message>
        <source>Tài liệu chưa xếp vào hồ sơ</source>
        <translation>Documents not filed yet</translation>
    </message>
    <message>
        <source>Không có đợt quét nào chờ máy đọc. Giấy mới quét sẽ hiện ở đây.</source>
        <translation>No batch is waiting to be read. Newly scanned papers will appear here.</translation>
    </message>
    <message>
        <source>Không có tài liệu nào chờ kiểm tra.</source>
        <translation>No document waits to be verified.</translation>
    </message>
    <message>
        <source>Không có tài liệu nào chờ duyệt.</source>
        <translation>No document waits for approval.</translation>
    </message>
    <message>
        <source>Không có tài liệu nào đang tạm giữ.</source>
        <translation>No document is on hold.</translation>
    </message>
    <message>
        <source>Mọi tài liệu không theo mẫu đều đã xếp vào hồ sơ.</source>
        <translation>Every document of no form has been filed.</translation>
    </message>
    <message>
        <source>Cán bộ theo tuổi</source>
        <translation>Cadres by age</translation>
    </message>
    <message>
        <source>Cán bộ theo giới tính</source>
        <translation>Cadres by sex</translation>
    </message>
    <message>
        <source>Cán bộ theo trình độ chuyên môn</source>
        <translation>Cadres by qualification</translation>
    </message>
    <message>
        <source>Chưa ghi</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Hồ sơ thiếu tài liệu</source>
        <translation>Dossiers with papers missing</translation>
    </message>
    <message>
        <source>Hồ sơ có đề nghị sửa</source>
        <translation>Dossiers with requests for changes</translation>
    </message>
    <message>
        <source>Tuổi</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Trình độ</source>
        <translation>Qualification</translation>
    </message>
    <message>
        <source>Từ {age} tuổi</source>
        <translation>{age} and over</translation>
    </message>
    <message>
        <source>Dưới {age} tuổi</source>
        <translation>Under {age}</translation>
    </message>
    <message>
        <source>{least}-{most} tuổi</source>
        <translation>{least}-{most} years</translation>
    </message>
    <message>
        <source>Tiến sĩ</source>
        <translation>Doctor</translation>
    </message>
    <message>
        <source>Thạc sĩ</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>Đại học</source>
        <translation>University</translation>
    </message>
    <message>
        <source>Cao đẳng</source>
        <translation>College</translation>
    </message>
    <message>
        <source>Trung cấp</source>
        <translation>Secondary</translation>
    </message>
    <message>
        <source>Sơ cấp</source>
        <translation>Elementary</translation>
    </message>
</context>
<context>
    <name>OverviewRoom</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>mở danh sách</source>
        <translation>open the list</translation>
    </message>
    <message>
        <source>ô số kế tiếp</source>
        <translation>next number</translation>
    </message>
    <message>
        <source>Chưa có giấy tờ nào. Xin nhận giấy tờ ở phần Tiếp nhận ({key}).</source>
        <extracomment>A week&apos;s work is as much as an office may lose. All numbers stand in one row, or so many in the first of two where it is narrow.</extracomment>
        <translation>There are no papers yet. Please take some in, in Intake ({key}).</translation>
    </message>
    <message>
        <source>từng dòng của biểu đồ</source>
        <translation>line by line of a chart</translation>
    </message>
    <message>
        <source>từng dòng</source>
        <translation>line by line</translation>
    </message>
    <message>
        <source>mở dòng đang chọn</source>
        <translation>open the chosen line</translation>
    </message>
    <message>
        <source>về tổng quan</source>
        <translation>back to the overview</translation>
    </message>
    <message>
        <source>Đặt kế hoạch số hóa</source>
        <translation>Set the plan of digitisation</translation>
    </message>
    <message>
        <source>⚠ Chưa sao lưu lần nào. Xin sao lưu ra đĩa khác ngay khi có thể.</source>
        <translation>⚠ No backup yet. Please back up to another disk as soon as possible.</translation>
    </message>
    <message>
        <source>⚠ Đã quá 7 ngày chưa sao lưu.</source>
        <translation>⚠ No backup for more than 7 days.</translation>
    </message>
    <message>
        <source>Lần sao lưu thành công gần nhất: ngày {day}.</source>
        <translation>Last good backup: {day}.</translation>
    </message>
    <message>
        <source>Đã lưu kế hoạch đến hết {day}.</source>
        <translation>The plan until {day} was saved.</translation>
    </message>
</context>
<context>
    <name>OwnPassphrase</name>
    <message>
        <source>Đặt mật khẩu của riêng mình</source>
        <translation>Choose a passphrase of your own</translation>
    </message>
    <message>
        <source>Đổi và đăng nhập</source>
        <translation>Change it and log in</translation>
    </message>
</context>
<context>
    <name>OwnPassphraseDialog</name>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Mật khẩu vừa nhập do người khác đặt nên người đó cũng biết. Trước khi làm việc, xin đặt mật khẩu mới chỉ riêng mình biết.</source>
        <translation>The passphrase just typed was given by somebody else, who knows it, too. Before you work, please choose a new one that only you know.</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
</context>
<context>
    <name>OwnPassphraseSection</name>
    <message>
        <source>Đổi mật khẩu của tôi</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>Nên dùng bốn từ trở lên, ví dụ một câu chỉ riêng mình nhớ. Không ai xem lại được mật khẩu.</source>
        <translation>Four words or more are best, a sentence that only you remember, for example. Nobody can look a passphrase up.</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Mật khẩu đang dùng</source>
        <translation>Passphrase in use</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu mới</source>
        <translation>Repeat the new passphrase</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu. Lần đăng nhập sau xin dùng mật khẩu mới.</source>
        <translation>The passphrase was changed. Please use the new one from the next login on.</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Giữ yên trang</source>
        <translation>Hold the page</translation>
    </message>
    <message>
        <source>Lấy chữ từ ảnh</source>
        <translation>Take words from the picture</translation>
    </message>
    <message>
        <source>Lấy chữ từ ảnh ({key})
Kéo khung bằng chuột: lấy chữ trong khung
Bấm chuột vào chữ: lấy vào trường đang phải kiểm tra
Ctrl + bấm: lấy chữ bất kỳ; Shift + bấm: thêm vào sau
Kéo bằng nút phải: dời trang</source>
        <translation>Take words from the picture ({key})
Drag a frame with the mouse: take the words in it
Click a word: take it into the field being checked
Ctrl + click: take any word; Shift + click: add it behind
Drag with the right button: move the page</translation>
    </message>
    <message>
        <source>Xoay trang</source>
        <translation>Turn the page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Vừa chiều ngang</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Vừa cả trang</source>
        <translation>Fit the page</translation>
    </message>
    <message>
        <source>Xoay trang trên màn hình</source>
        <translation>Turn the page on the screen</translation>
    </message>
    <message>
        <source>Trang {page}/{pages}</source>
        <translation>Page {page}/{pages}</translation>
    </message>
    <message>
        <source>Đang mở ảnh trang…</source>
        <translation>Opening the picture of the page…</translation>
    </message>
    <message>
        <source>Không mở được ảnh trang này. {reason}</source>
        <translation>The picture of this page could not be opened. {reason}</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Tách</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Tách: tài liệu mới bắt đầu từ trang này</source>
        <translation>Split: a new document begins with this page</translation>
    </message>
    <message>
        <source>Nối</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Nối tài liệu này vào tài liệu trước</source>
        <translation>Join this document to the one before</translation>
    </message>
    <message>
        <source>Lên trước</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Chuyển trang lên trước</source>
        <translation>Move the page one place forward</translation>
    </message>
    <message>
        <source>Ra sau</source>
        <translation>Move on</translation>
    </message>
    <message>
        <source>Chuyển trang ra sau</source>
        <translation>Move the page one place back</translation>
    </message>
    <message>
        <source>Xoay trái</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Xoay trang sang trái</source>
        <translation>Turn the page to the left</translation>
    </message>
    <message>
        <source>Xoay phải</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Xoay trang sang phải</source>
        <translation>Turn the page to the right</translation>
    </message>
    <message>
        <source>Để riêng</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Để riêng trang, không tính vào</source>
        <translation>Set the page aside, it does not count</translation>
    </message>
    <message>
        <source>Đưa lại</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Đưa trang để riêng trở lại</source>
        <translation>Bring a page back that was set aside</translation>
    </message>
    <message>
        <source>Chèn</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Chèn tệp vào sau trang này</source>
        <translation>Insert a file after this page</translation>
    </message>
    <message>
        <source>Thay</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Thay trang này bằng bản quét khác</source>
        <translation>Replace this page by another scan</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Hoàn tác bước sắp xếp cuối</source>
        <translation>Undo the last step of arranging</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Làm lại bước vừa hoàn tác</source>
        <translation>Redo the step just undone</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Reread</translation>
    </message>
    <message>
        <source>Đọc lại tài liệu có trang đã đổi</source>
        <translation>Read documents with changed pages again</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Ảnh trang</source>
        <extracomment>A press that moved no further than this was a click.</extracomment>
        <translation>Picture of the page</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>trang trắng</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>trang trùng</source>
        <translation>doubled</translation>
    </message>
    <message>
        <source>của người khác</source>
        <translation>somebody else&apos;s</translation>
    </message>
    <message>
        <source>phiếu phân cách</source>
        <translation>separator sheet</translation>
    </message>
    <message>
        <source>để riêng</source>
        <translation>aside</translation>
    </message>
    <message>
        <source>đã thay</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>đã rút</source>
        <translation>withdrawn</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Tài liệu chưa rõ loại</source>
        <translation>Document of unknown type</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>↑ ↓ chọn · Enter lấy · Esc thôi</source>
        <translation>↑ ↓ choose · Enter take · Esc cancel</translation>
    </message>
</context>
<context>
    <name>PlaceView</name>
    <message>
        <source>Máy không tìm thấy trường này trên ảnh. Xin mở tài liệu để xem.</source>
        <translation>The machine did not find this field in the picture. Please open the document to look.</translation>
    </message>
    <message>
        <source>Đang mở ảnh trang…</source>
        <translation>Opening the picture of the page…</translation>
    </message>
    <message>
        <source>Không mở được ảnh trang này.</source>
        <translation>The picture of this page could not be opened.</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Làm thử</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Làm thử với hồ sơ mẫu</source>
        <translation>Practice with the sample dossiers</translation>
    </message>
    <message>
        <source>Đây là hồ sơ mẫu của người không có thật, đang được đọc. Đọc xong, xin nhấn {check} để kiểm tra. Đóng cửa sổ này để vào kho của cơ quan.</source>
        <translation>These are sample dossiers of people who do not exist; they are being read. When that is done, please press {check} to verify them. Close this window to enter the office&apos;s store.</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>In ấn</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>lọc tài liệu</source>
        <translation>filter documents</translation>
    </message>
    <message>
        <source>từng tài liệu</source>
        <translation>document by document</translation>
    </message>
    <message>
        <source>chọn tài liệu</source>
        <translation>choose the document</translation>
    </message>
    <message>
        <source>In phiếu ra PDF… ({key})</source>
        <translation>Print the profile as PDF… ({key})</translation>
    </message>
    <message>
        <source>Mở thư mục ({key})</source>
        <translation>Open the folder ({key})</translation>
    </message>
    <message>
        <source>Phiếu đã in</source>
        <translation>Printed profile</translation>
    </message>
    <message>
        <source>Tài liệu đã duyệt</source>
        <translation>Approved documents</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào được duyệt.</source>
        <translation>No document has been approved yet.</translation>
    </message>
    <message>
        <source>In phiếu ra PDF</source>
        <translation>Print the profile as PDF</translation>
    </message>
    <message>
        <source>Mở thư mục của phiếu vừa in</source>
        <translation>Open the folder of the profile just printed</translation>
    </message>
    <message>
        <source>Lọc danh sách hồ sơ</source>
        <translation>Filter the list of dossiers</translation>
    </message>
    <message>
        <source>In phiếu ({key})</source>
        <translation>Print form ({key})</translation>
    </message>
    <message>
        <source>Phiếu 2C - {name}.pdf</source>
        <translation>Profile 2C - {name}.pdf</translation>
    </message>
    <message>
        <source>Đã in phiếu ra tệp {file}.</source>
        <translation>The profile was printed to the file {file}.</translation>
    </message>
    <message>
        <source>Đã lưu trong thư mục “{folder}”</source>
        <translation>Saved in the folder “{folder}”</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào được duyệt. Tài liệu đã duyệt ở phần Kiểm tra sẽ hiện ở đây.</source>
        <translation>No document is approved yet. Documents approved in Verify are shown here.</translation>
    </message>
    <message>
        <source>Nhấn {key} để in phiếu ra tệp PDF. Phiếu sẽ hiện ở đây.</source>
        <translation>Press {key} to print the profile to a PDF file. It will be shown here.</translation>
    </message>
    <message>
        <source>Xin chọn một tài liệu trong danh sách bên trái.</source>
        <translation>Please choose a document in the list on the left.</translation>
    </message>
</context>
<context>
    <name>ProgressTile</name>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Mở danh sách hồ sơ</source>
        <translation>Open the list of dossiers</translation>
    </message>
    <message>
        <source>Đặt kế hoạch ({key})</source>
        <translation>Set a plan ({key})</translation>
    </message>
    <message>
        <source>Tiến độ so với kế hoạch</source>
        <translation>Progress against the plan</translation>
    </message>
    <message>
        <source>&amp;Lưu kế hoạch</source>
        <translation>&amp;Save the plan</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tất cả &amp;hồ sơ:</source>
        <translation>All &amp;dossiers:</translation>
    </message>
    <message>
        <source>đến hết &amp;ngày:</source>
        <translation>&amp;until:</translation>
    </message>
    <message>
        <source>{count} hồ sơ đã số hóa</source>
        <translation>{count} dossiers digitised</translation>
    </message>
    <message numerus="yes">
        <source>Trong 4 tuần qua đã xong %n hồ sơ.</source>
        <translation>
            <numerusform>In the last 4 weeks: %n dossier.</numerusform>
            <numerusform>In the last 4 weeks: %n dossiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trong 4 tuần qua chưa xong hồ sơ nào.</source>
        <translation>In the last 4 weeks: no dossier.</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch. Xin nhấn {key} để đặt số hồ sơ phải xong và ngày hoàn thành.</source>
        <translation>There is no plan yet. Please press {key} to set how many dossiers must be done, and by when.</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch. Người duyệt hoặc lãnh đạo cơ quan đặt kế hoạch ở đây.</source>
        <translation>There is no plan yet. A reviewer or the head of the office makes it here.</translation>
    </message>
    <message>
        <source>Còn {count} hồ sơ phải làm.</source>
        <translation>{count} dossiers still to be done.</translation>
    </message>
    <message>
        <source>Mỗi tuần cần xong {needed} hồ sơ; 4 tuần qua, mỗi tuần xong {pace} hồ sơ.</source>
        <translation>{needed} dossiers a week are needed; in the last 4 weeks {pace} a week were done.</translation>
    </message>
    <message>
        <source>Với tốc độ này, dự kiến xong ngày {day}.</source>
        <translation>At this pace it will be done on {day}.</translation>
    </message>
    <message>
        <source>Đã đạt kế hoạch.</source>
        <translation>The plan is fulfilled.</translation>
    </message>
    <message>
        <source>Kế hoạch: {count} hồ sơ đến hết {day}, do {who} đặt.</source>
        <translation>Plan: {count} dossiers by {day}, set by {who}.</translation>
    </message>
    <message>
        <source>⚠ Đã quá ngày hoàn thành.</source>
        <translation>⚠ The date has passed.</translation>
    </message>
    <message>
        <source>⚠ Chậm {count} hồ sơ so với kế hoạch.</source>
        <translation>⚠ {count} dossiers behind the plan.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Hồ sơ cán bộ</source>
        <extracomment>Nine rooms in two lines each, and the foot, need so much. A week&apos;s work is as much as an office may lose.</extracomment>
        <translation>Cadre dossiers</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>⚠ Chưa sao lưu lần nào</source>
        <translation>⚠ No backup yet</translation>
    </message>
    <message>
        <source>⚠ Quá 7 ngày chưa sao lưu (gần nhất {day})</source>
        <translation>⚠ No backup for more than 7 days (last one {day})</translation>
    </message>
    <message>
        <source>Sao lưu gần nhất: {day}</source>
        <translation>Last backup: {day}</translation>
    </message>
    <message>
        <source>Sao lưu {day}</source>
        <translation>Backup {day}</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Mở lại trường đã duyệt</source>
        <translation>Reopen an approved field</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa (được lưu cùng với giá trị cũ):</source>
        <translation>&amp;Reason for the change (kept with the old value):</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Không sửa</source>
        <translation>Do not change</translation>
    </message>
    <message>
        <source>Sau khi mở lại, tài liệu phải được kiểm tra và duyệt lại.</source>
        <translation>Once reopened, the document has to be checked and approved again.</translation>
    </message>
</context>
<context>
    <name>RecordTree</name>
    <message>
        <source>Lý lịch</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>có đề nghị sửa đang chờ</source>
        <translation>a request for a change waits</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>illegible</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Sổ sao chụp tài liệu mật</source>
        <translation>Register of copies of secret papers</translation>
    </message>
    <message>
        <source>Phiếu cuối ngày</source>
        <translation>Day sheet</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Khôi phục từ bản sao lưu</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Thư mục hoặc USB có bản sao lưu</source>
        <translation>Folder or stick with the backup</translation>
    </message>
    <message>
        <source>Quên mật khẩu: đặt mật khẩu mới bằng hai mảnh khóa</source>
        <translation>Passphrase forgotten: choose a new one by two recovery sheets</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Thư mục sao lưu</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>Bản sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>tắt bộ gõ tiếng Việt, gõ các từ theo thứ tự, không gõ số, cách nhau bằng dấu cách</source>
        <translation>keyboard without Vietnamese, the words in their order, no numbers, parted by spaces</translation>
    </message>
    <message>
        <source>Mảnh khóa thứ nhất</source>
        <translation>First recovery sheet</translation>
    </message>
    <message>
        <source>Mảnh khóa thứ hai</source>
        <translation>Second recovery sheet</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Chỉ khôi phục được khi máy này chưa có kho dữ liệu; bản sao lưu được giữ nguyên. Sau đó xin đăng nhập bằng mật khẩu đã dùng vào ngày sao lưu, hoặc mật khẩu mới vừa đặt.</source>
        <translation>A backup can only be restored where this PC has no store yet; the backup is kept as it is. Then please log in with the passphrase used on the day of the backup, or with the one just set.</translation>
    </message>
    <message>
        <source>ngày {day} (số {number})</source>
        <translation>of {day} (number {number})</translation>
    </message>
    <message>
        <source>Kho đã khôi phục; chỉ còn đặt mật khẩu.</source>
        <translation>The store is restored; only the passphrase is still to be set.</translation>
    </message>
    <message>
        <source>Đã khôi phục bản sao lưu ngày {day}.</source>
        <translation>The backup of {day} was restored.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Sắp xếp</source>
        <translation>Arrange</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>In ấn</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Quản trị</source>
        <translation>Admin</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Lọc ({key})</source>
        <extracomment>Lines that say how wide a column has to be.</extracomment>
        <translation>Filter ({key})</translation>
    </message>
    <message>
        <source>Lọc: {name}</source>
        <translation>Filter: {name}</translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>Đang kiểm tra</source>
        <extracomment>How an outcome looks (a property of the style sheet).</extracomment>
        <translation>Being judged</translation>
    </message>
    <message>
        <source>Chấp nhận lô</source>
        <translation>Lot accepted</translation>
    </message>
    <message>
        <source>Không chấp nhận lô</source>
        <translation>Lot not accepted</translation>
    </message>
    <message>
        <source>{outcome}: đã xem {judged}/{size}, sai {wrong} (cho phép {accept})</source>
        <translation>{outcome}: {judged}/{size} judged, {wrong} wrong ({accept} allowed)</translation>
    </message>
    <message>
        <source>Sẽ rút {size} giá trị; chấp nhận lô khi sai không quá {accept}.</source>
        <translation>{size} values will be drawn; the lot is accepted with at most {accept} wrong.</translation>
    </message>
    <message>
        <source>AQL {limit} %</source>
        <translation>AQL {limit} %</translation>
    </message>
    <message>
        <source>Mức chất lượng (AQL) {limit} %</source>
        <translation>Quality limit (AQL) {limit} %</translation>
    </message>
</context>
<context>
    <name>SamplingView</name>
    <message>
        <source>Các mẫu đã rút</source>
        <translation>Samples drawn</translation>
    </message>
    <message>
        <source>Mức chất lượng chấp nhận</source>
        <translation>Acceptable quality level</translation>
    </message>
    <message>
        <source>Tỷ lệ giá trị sai chấp nhận được (ISO 2859-1, TCVN 7790-1, kiểm tra thường, bậc II)</source>
        <translation>Share of wrong values that is accepted (ISO 2859-1, TCVN 7790-1, normal inspection, level II)</translation>
    </message>
    <message>
        <source>Rút mẫu mới ({key})</source>
        <translation>New sample ({key})</translation>
    </message>
    <message>
        <source>Rút lại để đối chiếu ({key})</source>
        <translation>Draw again to compare ({key})</translation>
    </message>
    <message>
        <source>Lô tài liệu đã kiểm tra</source>
        <translation>Lot of verified documents</translation>
    </message>
    <message>
        <source>giá trị trước, sau</source>
        <translation>previous, next value</translation>
    </message>
    <message>
        <source>mở tài liệu</source>
        <translation>open the document</translation>
    </message>
    <message>
        <source>mẫu kế tiếp</source>
        <translation>next sample</translation>
    </message>
    <message>
        <source>mức chất lượng</source>
        <translation>quality level</translation>
    </message>
    <message>
        <source>Rút mẫu mới</source>
        <translation>Draw a new sample</translation>
    </message>
    <message>
        <source>Rút mẫu kiểm tra</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Rút lại theo mã rút mẫu, để thấy mẫu không bị thay đổi. Kết quả kiểm tra giữ nguyên.</source>
        <translation>Draws again by the code of the draw, to show that the sample was not changed. Results stay as they are.</translation>
    </message>
    <message>
        <source>ghi là đúng; đã gõ giá trị: ghi là sai</source>
        <translation>right; with a value typed: wrong</translation>
    </message>
    <message>
        <source>Rút lại mẫu theo mã để đối chiếu</source>
        <translation>Draw the sample again by its code, to compare</translation>
    </message>
    <message>
        <source>Sai: giấy để trống</source>
        <translation>Wrong: blank on the paper</translation>
    </message>
    <message>
        <source>Không đọc được trên giấy</source>
        <translation>Illegible on the paper</translation>
    </message>
    <message>
        <source>Giá trị sau</source>
        <translation>Next value</translation>
    </message>
    <message>
        <source>Giá trị trước</source>
        <translation>Previous value</translation>
    </message>
    <message>
        <source>Mẫu kế tiếp</source>
        <translation>Next sample</translation>
    </message>
    <message>
        <source>Mở tài liệu của giá trị này</source>
        <translation>Open the document of this value</translation>
    </message>
    <message>
        <source>Chọn mức chất lượng</source>
        <translation>Choose the quality level</translation>
    </message>
    <message>
        <source>Về ô giá trị</source>
        <translation>Back to the value</translation>
    </message>
    <message>
        <source>{documents} tài liệu, {values} giá trị chưa rút mẫu.</source>
        <translation>{documents} documents, {values} values not sampled yet.</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào mới kiểm tra xong để rút mẫu. Xin kiểm tra thêm ở “Từng tài liệu”.</source>
        <translation>There is no newly verified document to sample. Please verify more in “By document”.</translation>
    </message>
    <message>
        <source>Rút lại theo mã được giá trị khác. Xin báo người phụ trách kiểm tra kho dữ liệu.</source>
        <translation>Drawing again by the code gives other values. Please ask whoever is in charge to check the store.</translation>
    </message>
    <message>
        <source>Rút lại theo mã được đúng các giá trị này: mẫu không bị thay đổi.</source>
        <translation>Drawing again by the code gives just these values: the sample was not changed.</translation>
    </message>
    <message>
        <source>Giá trị {number} / {size}</source>
        <translation>Value {number} / {size}</translation>
    </message>
    <message>
        <source>Lô {lot} giá trị · người rút: {by} · mã rút mẫu (để rút lại): {seed}</source>
        <translation>Lot of {lot} values · drawn by: {by} · code of the draw (to draw again): {seed}</translation>
    </message>
    <message>
        <source>{table}, dòng {row}: {column}</source>
        <translation>{table}, row {row}: {column}</translation>
    </message>
    <message>
        <source>Chưa rút mẫu nào. Xin chọn mức chất lượng rồi nhấn {key} để rút mẫu.</source>
        <translation>No sample was drawn yet. Please choose the quality level and press {key} to draw one.</translation>
    </message>
    <message>
        <source>Chưa có gì để rút mẫu. Tài liệu đã kiểm tra xong ở “Từng tài liệu” sẽ vào lô kế tiếp.</source>
        <translation>There is nothing to sample yet. Documents finished in “By document” go into the next lot.</translation>
    </message>
</context>
<context>
    <name>ScanBar</name>
    <message>
        <source>Máy quét</source>
        <extracomment>What has no name above it stands on the line of the boxes.</extracomment>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Thiết lập quét</source>
        <translation>Scan settings</translation>
    </message>
    <message>
        <source>Hai mặt, lật tay</source>
        <translation>Two sides by hand</translation>
    </message>
    <message>
        <source>Máy quét một mặt: quét hết mặt trước, lật cả chồng giấy rồi quét mặt sau.</source>
        <translation>One-sided scanner: scan all fronts, turn the whole stack over, then scan the backs.</translation>
    </message>
    <message>
        <source>Giữ thứ tự này</source>
        <translation>Keep this order</translation>
    </message>
    <message>
        <source>Không quét mặt sau: các trang giữ thứ tự như đã quét.</source>
        <translation>No backs: pages keep the order of scanning.</translation>
    </message>
    <message>
        <source>Quét tiếp mặt trước</source>
        <translation>Scan more fronts</translation>
    </message>
    <message>
        <source>Đang tìm máy quét…</source>
        <translation>Looking for scanners…</translation>
    </message>
    <message>
        <source>Đã lật chồng giấy, quét {count} mặt sau</source>
        <translation>Stack turned, scan {count} backs</translation>
    </message>
    <message>
        <source>Quét các mặt trước</source>
        <translation>Scan the fronts</translation>
    </message>
    <message>
        <source>Bắt đầu quét</source>
        <translation>Start scanning</translation>
    </message>
    <message>
        <source>Không thấy máy quét nào. Xin bật máy, cắm dây rồi nhấn lại phím quét.</source>
        <translation>No scanner found. Please switch it on, plug it in and press the scan key again.</translation>
    </message>
</context>
<context>
    <name>ScanSettingsSection</name>
    <message>
        <source>Thiết lập quét</source>
        <translation>Scan settings</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cách quét</source>
        <translation>How it scans</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Chưa có thiết lập quét nào. Người quét lưu thiết lập khi quét.</source>
        <translation>There are no scan settings yet. Whoever scans saves them while scanning.</translation>
    </message>
    <message>
        <source>Xin chọn một thiết lập trong danh sách.</source>
        <translation>Please choose settings in the list.</translation>
    </message>
    <message>
        <source>Khóa: chỉ lãnh đạo được sửa</source>
        <translation>Lock: only the head may change them</translation>
    </message>
    <message>
        <source>Xóa thiết lập này</source>
        <translation>Remove these settings</translation>
    </message>
    <message>
        <source>Lọc thiết lập quét</source>
        <translation>Filter the scan settings</translation>
    </message>
    <message>
        <source>có sẵn theo quy định</source>
        <translation>ready, by the rules</translation>
    </message>
    <message>
        <source>đã khóa</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>của cơ quan</source>
        <translation>the office&apos;s own</translation>
    </message>
    <message>
        <source>Thiết lập đang chọn</source>
        <translation>Chosen settings</translation>
    </message>
    <message>
        <source>Có sẵn trong chương trình, theo {source}</source>
        <translation>Comes with the program, by {source}</translation>
    </message>
    <message>
        <source>Bỏ khóa</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Đã bỏ khóa “{name}”.</source>
        <translation>“{name}” was unlocked.</translation>
    </message>
    <message>
        <source>Đã khóa “{name}”.</source>
        <translation>“{name}” was locked.</translation>
    </message>
    <message>
        <source>Đã xóa “{name}”.</source>
        <translation>“{name}” was removed.</translation>
    </message>
</context>
<context>
    <name>ScannerStep</name>
    <message>
        <source>Tìm lại ({key})</source>
        <translation>Search again ({key})</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Đang tìm máy quét… Không cần chờ, có thể chọn sau.</source>
        <translation>Looking for scanners… No need to wait, it can be chosen later.</translation>
    </message>
    <message numerus="yes">
        <source>Đã tìm thấy %n máy quét.</source>
        <translation>
            <numerusform>%n scanner found.</numerusform>
            <numerusform>%n scanners found.</numerusform>
        </translation>
    </message>
    <message>
        <source>Không thấy máy quét nào. Xin bật máy, cắm dây rồi tìm lại.</source>
        <translation>No scanner found. Please switch it on, plug it in and search again.</translation>
    </message>
    <message>
        <source>Chọn sau</source>
        <translation>Choose later</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>Quét giấy</source>
        <translation>Scan paper</translation>
    </message>
    <message>
        <source>Quét mặt trước</source>
        <translation>Scan fronts</translation>
    </message>
    <message>
        <source>Quét mặt sau</source>
        <translation>Scan backs</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Chọn… ({key})</source>
        <translation>Choose… ({key})</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Kho dữ liệu sắp tạo là của cơ quan nào? Tên này sẽ có trong danh sách đơn vị.</source>
        <translation>Which office is the new store for? This name will stand in the list of units.</translation>
    </message>
    <message>
        <source>Người dùng đầu tiên</source>
        <translation>First user</translation>
    </message>
    <message>
        <source>Người dùng đầu tiên là lãnh đạo cơ quan, có quyền thêm người dùng khác.</source>
        <translation>The first user is the head of the office, who may add other users.</translation>
    </message>
    <message>
        <source>Thư mục lưu mảnh khóa</source>
        <translation>Folder for the recovery sheets</translation>
    </message>
    <message>
        <source>Mảnh khóa khôi phục</source>
        <translation>Recovery key shares</translation>
    </message>
    <message>
        <source>Chương trình tạo ba mảnh khóa (tệp PDF). Khi quên mật khẩu, cần hai trong ba mảnh để mở kho.</source>
        <translation>The program makes three key shares (PDF files). If the passphrase is forgotten, two of the three open the store.</translation>
    </message>
    <message>
        <source>Thư mục sao lưu</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>Nơi sao lưu</source>
        <translation>Backup place</translation>
    </message>
    <message>
        <source>Máy hỏng thì kho mất theo. Xin chọn ổ đĩa thứ hai hoặc USB để sao lưu ít nhất mỗi tuần.</source>
        <translation>If the PC breaks, the store is lost with it. Please choose a second disk or a USB stick, and back up at least weekly.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>Quay lại ({key})</source>
        <translation>Back ({key})</translation>
    </message>
    <message>
        <source>Để sau ({key})</source>
        <translation>Later ({key})</translation>
    </message>
    <message>
        <source>Thử với hồ sơ mẫu</source>
        <translation>Try the sample dossiers</translation>
    </message>
    <message>
        <source>Quay lại bước trước</source>
        <translation>Back to the step before</translation>
    </message>
    <message>
        <source>Để bước này sau</source>
        <translation>Leave this step for later</translation>
    </message>
    <message>
        <source>Chọn thư mục, hoặc mở thư mục mảnh khóa</source>
        <translation>Choose a folder, or open the folder of the key shares</translation>
    </message>
    <message>
        <source>Tìm lại máy quét</source>
        <translation>Look for scanners again</translation>
    </message>
    <message>
        <source>Tạo kho (Enter)</source>
        <translation>Make the store (Enter)</translation>
    </message>
    <message>
        <source>Vào làm việc (Enter)</source>
        <translation>Start work (Enter)</translation>
    </message>
    <message>
        <source>Tiếp tục (Enter)</source>
        <translation>Continue (Enter)</translation>
    </message>
    <message>
        <source>Đang tạo kho…</source>
        <translation>Making the store…</translation>
    </message>
    <message>
        <source>Chưa ghi được tên cơ quan, xin thêm ở Quản trị, thẻ Đơn vị. {why}</source>
        <translation>The name of the office could not be stored; please add it in Administration, tab Units. {why}</translation>
    </message>
    <message>
        <source>Đang chuẩn bị hồ sơ mẫu…</source>
        <translation>Preparing the sample dossiers…</translation>
    </message>
    <message>
        <source>Kho đã sẵn sàng</source>
        <translation>The store is ready</translation>
    </message>
    <message>
        <source>Việc nên làm ngay: in ba mảnh khóa, giao cho ba người giữ, rồi xóa các tệp. Sau đó thêm cán bộ nhập liệu ở phần Quản trị ({key}), thẻ Người dùng.</source>
        <translation>To do now: print the three key shares, give them to three people, then delete the files. After that, add the clerks in Administration ({key}), tab Users.</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Chọn máy quét thường dùng. Khi quét ở phần Tiếp nhận vẫn đổi được.</source>
        <translation>Choose the scanner that is used most. It can be changed whenever you scan, in Intake.</translation>
    </message>
</context>
<context>
    <name>SheetsStep</name>
    <message>
        <source>Lưu vào</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>Xin lưu vào USB, in ra, giao cho ba người giữ, rồi xóa các tệp.</source>
        <translation>Please save to a USB stick, print, give to three people, then delete the files.</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Trạm quét hồ sơ</source>
        <extracomment>What foot switches send, and what lies under a thumb. A sentence with more letters is set smaller: who acts on it stands before the screen.</extracomment>
        <translation>Scanning station</translation>
    </message>
    <message>
        <source>Chưa có trang nào</source>
        <translation>No page yet</translation>
    </message>
    <message>
        <source>Phím cách, Enter hoặc bàn đạp: bắt đầu, dừng, quét tiếp   ·   N: hồ sơ mới   ·   F2: bật, tắt tiếng   ·   Esc: đóng</source>
        <translation>Space, Enter or pedal: start, stop, go on   ·   N: new dossier   ·   F2: sound on, off   ·   Esc: close</translation>
    </message>
    <message>
        <source>Trạm quét</source>
        <translation>Scanning station</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>trang của hồ sơ {number}
đã lưu an toàn
(cả buổi: {all})</source>
        <translation>pages of dossier {number}
safe
(whole sitting: {all})</translation>
    </message>
    <message>
        <source>Hồ sơ mới (N)</source>
        <translation>New dossier (N)</translation>
    </message>
    <message>
        <source>Bật tiếng (F2)</source>
        <translation>Sound on (F2)</translation>
    </message>
    <message>
        <source>Tắt tiếng (F2)</source>
        <translation>Sound off (F2)</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Đặt giấy của một hồ sơ vào khay, rồi bấm nút “Bắt đầu”.</source>
        <translation>Put the paper of one dossier into the feeder and press “Start”.</translation>
    </message>
    <message>
        <source>Đang quét</source>
        <translation>Scanning</translation>
    </message>
    <message>
        <source>Trang đã đếm là trang đã được lưu trên đĩa.</source>
        <translation>A page that is counted is kept on the disk.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Khay đã hết giấy. Còn giấy của hồ sơ này thì đặt tiếp; hết thì chọn “Hồ sơ mới”.</source>
        <translation>The feeder is empty. Put in more paper of this dossier, or choose “New dossier”.</translation>
    </message>
    <message>
        <source>Xem lại</source>
        <translation>Look here</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Ngừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Quét tiếp</source>
        <translation>Scan on</translation>
    </message>
    <message>
        <source>Đọc: không còn trang nào chờ</source>
        <translation>Reading: no page waits</translation>
    </message>
    <message>
        <source>Đọc: {read}/{known} trang</source>
        <translation>Reading: {read}/{known} pages</translation>
    </message>
    <message>
        <source> · {count} hồ sơ chờ</source>
        <translation> · {count} dossiers wait</translation>
    </message>
    <message>
        <source> · còn dưới 1 phút</source>
        <translation> · less than 1 minute left</translation>
    </message>
    <message>
        <source> · còn khoảng {minutes} phút</source>
        <translation> · about {minutes} minutes left</translation>
    </message>
</context>
<context>
    <name>StationSession</name>
    <message>
        <source>Hồ sơ {pile}, trang {page}: {sentence}</source>
        <translation>Dossier {pile}, page {page}: {sentence}</translation>
    </message>
    <message>
        <source>Hồ sơ {number} chưa đọc được: {sentence}</source>
        <translation>Dossier {number} was not read yet: {sentence}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Bước {number} trong {count}: {words}</source>
        <translation>Step {number} of {count}: {words}</translation>
    </message>
</context>
<context>
    <name>StoreCheckSection</name>
    <message>
        <source>Chỗ không còn nguyên vẹn</source>
        <translation>What is not whole any more</translation>
    </message>
    <message>
        <source>Điều đã thấy</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Ở đâu</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Chưa kiểm tra. Xin nhấn “Kiểm tra kho”; kho lớn mất vài phút, vẫn làm việc khác được.</source>
        <translation>Not checked yet. Please press “Store check”; a large store takes some minutes, and you can work meanwhile.</translation>
    </message>
    <message>
        <source>Kiểm tra kho</source>
        <translation>Store check</translation>
    </message>
    <message>
        <source>Đối chiếu cấu trúc, nhật ký, chỉ mục tìm kiếm và từng trang gốc với những gì kho đã ghi nhận.</source>
        <translation>Compares structure, log, search index and every original page with what the store has on record.</translation>
    </message>
    <message>
        <source>mỗi dòng một mã, có thể để trống</source>
        <translation>one anchor a line, may be left empty</translation>
    </message>
    <message>
        <source>Mã chốt nhật ký đã ghi ngoài máy</source>
        <translation>Anchors of the log noted outside the PC</translation>
    </message>
    <message>
        <source>Kiểm tra kho ({key})</source>
        <translation>Store check ({key})</translation>
    </message>
    <message>
        <source>Chỉ mục tìm kiếm</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>Khi tìm không ra hồ sơ chắc chắn có, xin lập lại chỉ mục từ các hồ sơ.</source>
        <translation>When a dossier that is surely there is not found, make the index anew from the dossiers.</translation>
    </message>
    <message>
        <source>Lập lại chỉ mục</source>
        <translation>Make the index anew</translation>
    </message>
    <message>
        <source>Không có chỗ nào hỏng.</source>
        <translation>Nothing is broken.</translation>
    </message>
    <message>
        <source>Lập lại chỉ mục tìm kiếm</source>
        <translation>Make the search index anew</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Gợi ý</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>TabbedRoom</name>
    <message>
        <source>thẻ sau, thẻ trước</source>
        <translation>next tab, previous tab</translation>
    </message>
    <message>
        <source>{room}: {tab}</source>
        <translation>{room}: {tab}</translation>
    </message>
    <message>
        <source>Thẻ sau</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>Thẻ trước</source>
        <translation>Previous tab</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Trường này đã có giá trị. Xin giữ phím Ctrl khi bấm để lấy chữ “{word}”.</source>
        <extracomment>A drawn box that is smaller (pixels of the page) was no box. Where nobody knows where to begin: this share of the page&apos;s width, and of that its height.</extracomment>
        <translation>This field has a value already. Hold Ctrl while you click to take “{word}”.</translation>
    </message>
    <message>
        <source>Đang đọc chữ trong khung. Trong lúc chờ, anh/chị vẫn gõ được.</source>
        <translation>Reading the words in the frame. You can go on typing.</translation>
    </message>
    <message>
        <source>Đã lấy từ ảnh. Xin so với ảnh rồi nhấn Enter, hoặc Ctrl+Z để bỏ.</source>
        <translation>Taken from the picture. Please compare and press Enter, or Ctrl+Z to drop it.</translation>
    </message>
    <message>
        <source>Máy đọc trong khung: “{text}”.</source>
        <translation>The machine reads in the frame: “{text}”.</translation>
    </message>
    <message>
        <source>Máy không đọc được chữ trong khung. Xin gõ theo ảnh; khung được giữ làm căn cứ.</source>
        <translation>The machine cannot read the frame. Please type from the picture; the frame is kept as evidence.</translation>
    </message>
    <message>
        <source>Chưa đọc được khung này. {reason} Xin gõ theo ảnh.</source>
        <translation>This frame was not read. {reason} Please type from the picture.</translation>
    </message>
    <message>
        <source>“{chosen}” – ← → ↑ ↓ đi từng chữ, Shift chọn nhiều chữ, Enter lấy, Shift+Enter thêm vào sau, {key} chọn bằng khung, Esc thôi.</source>
        <translation>“{chosen}” – ← → ↑ ↓ word by word, Shift several words, Enter take, Shift+Enter add behind, {key} choose by a frame, Esc cancel.</translation>
    </message>
    <message>
        <source>← → ↑ ↓ dời khung, Shift đổi cỡ khung, Enter đọc chữ trong khung, Shift+Enter thêm vào sau, Esc thôi.</source>
        <translation>← → ↑ ↓ move the frame, Shift resize it, Enter read the words in it, Shift+Enter add behind, Esc cancel.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Quá trình công tác theo thời gian</source>
        <translation>Career over time</translation>
    </message>
    <message>
        <source>Lý lịch chưa có dòng nào ghi rõ từ tháng năm đến tháng năm, nên chưa vẽ được quá trình.</source>
        <translation>No row of the record says from which month to which, so the career cannot be drawn yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng công tác không rõ thời gian, không vẽ được.</source>
        <translation>
            <numerusform>%n row of the career has no clear time and is not drawn.</numerusform>
            <numerusform>%n rows of the career have no clear time and are not drawn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>nay</source>
        <translation>now</translation>
    </message>
    <message numerus="yes">
        <source>Trống %n tháng, lý lịch không ghi</source>
        <translation>
            <numerusform>Gap of %n month, nothing in the record</numerusform>
            <numerusform>Gap of %n months, nothing in the record</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsSection</name>
    <message>
        <source>Cơ quan, đơn vị</source>
        <translation>Agencies and units</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Cấp quản lý</source>
        <translation>Managed by</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Chưa có cơ quan, đơn vị nào. Lãnh đạo cơ quan thêm ở khung bên phải.</source>
        <translation>There are no agencies or units yet. Add them on the right.</translation>
    </message>
    <message>
        <source>Chưa có cơ quan, đơn vị nào. Lãnh đạo cơ quan có quyền thêm.</source>
        <translation>There are no agencies or units yet. The head of the office may add them.</translation>
    </message>
    <message>
        <source>Lọc cơ quan, đơn vị</source>
        <translation>Filter agencies and units</translation>
    </message>
    <message>
        <source>Thêm cơ quan, đơn vị</source>
        <translation>Add an agency or unit</translation>
    </message>
    <message>
        <source>Đã thêm {name}.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>Đã ghi tên mới: {name}. Tên cũ vẫn giữ cho giấy tờ của thời đó.</source>
        <translation>The new name was noted: {name}. The old one stays for papers of its time.</translation>
    </message>
    <message>
        <source>Xin ghi ngày giải thể, ví dụ 01/07/2025.</source>
        <translation>Please give the date of the end, for example 01/07/2025.</translation>
    </message>
    <message>
        <source>Đã ghi ngày giải thể của {name}. Đơn vị vẫn còn trong danh sách.</source>
        <translation>The end of {name} was noted. The unit stays in the list.</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>since {day}</translation>
    </message>
</context>
<context>
    <name>UserStep</name>
    <message>
        <source>chữ thường không dấu, ví dụ: lan</source>
        <translation>small letters without marks, for example: lan</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự, nên gõ không dấu</source>
        <translation>at least 12 characters, best typed without marks</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Passphrase again</translation>
    </message>
    <message>
        <source>Nên dùng bốn từ dễ nhớ. Không ai xem lại được mật khẩu, kể cả kỹ thuật viên.</source>
        <translation>Best use four words that are easy to remember. Nobody can look the passphrase up again, not even a technician.</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Chưa có người dùng nào. Kho mẫu và kho tập dùng không có đăng nhập.</source>
        <translation>There are no users yet. Sample and practice stores have no login.</translation>
    </message>
    <message>
        <source>Lọc người dùng</source>
        <translation>Filter the users</translation>
    </message>
    <message>
        <source>Thêm người dùng</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>đã nghỉ {day}</source>
        <translation>retired {day}</translation>
    </message>
    <message>
        <source>Đã thêm {name}. Lần đăng nhập đầu tiên, người này sẽ phải đặt mật khẩu của riêng mình.</source>
        <translation>{name} was added. At the first login this person has to choose a passphrase of their own.</translation>
    </message>
    <message>
        <source>Đã đổi vai trò của {name} thành {role}.</source>
        <translation>The role of {name} is now {role}.</translation>
    </message>
    <message>
        <source>Đã đặt mật khẩu mới cho {name}. Khi đăng nhập, người này sẽ phải đổi mật khẩu.</source>
        <translation>{name} has a new passphrase and has to choose another one at the login.</translation>
    </message>
    <message>
        <source>{name} có thể đăng nhập lại ngay.</source>
        <translation>{name} may log in again at once.</translation>
    </message>
    <message>
        <source>Cho {name} nghỉ? Từ nay tên “{login}” không đăng nhập được nữa; nhật ký vẫn giữ.</source>
        <translation>Retire {name}? Nobody will log in as “{login}” any more; the log keeps the name.</translation>
    </message>
    <message>
        <source>Cho nghỉ</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>{name} đã nghỉ, không đăng nhập được nữa.</source>
        <translation>{name} is retired and cannot log in any more.</translation>
    </message>
</context>
<context>
    <name>ValueBox</name>
    <message>
        <source>không đọc được</source>
        <extracomment>Five columns of such words fit into the list of a small screen. The value laid out for widths, and the label: whenever the card above grows, every box is asked.</extracomment>
        <translation>illegible</translation>
    </message>
    <message>
        <source>máy không thấy</source>
        <translation>not seen</translation>
    </message>
    <message>
        <source>giấy để trống</source>
        <translation>blank on paper</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Giá trị của trường đang kiểm tra</source>
        <extracomment>Whether the person says that the paper has it just so (Shift). The text as somebody has just typed it.</extracomment>
        <translation>Value of the field being checked</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Tài liệu</source>
        <extracomment>The list of fields under the card keeps at least this height.</extracomment>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào. Tài liệu đã quét sẽ hiện ở đây.</source>
        <translation>There are no documents yet. Scanned documents will be shown here.</translation>
    </message>
    <message>
        <source>Để trống: giấy không ghi</source>
        <translation>Blank: nothing on the paper</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Illegible</translation>
    </message>
    <message>
        <source>Mở lại trường đã trả lời</source>
        <translation>Reopen an answered field</translation>
    </message>
    <message>
        <source>Ghi chú về tài liệu</source>
        <translation>Note about the document</translation>
    </message>
    <message>
        <source>Tạm giữ tài liệu, hoặc thôi tạm giữ</source>
        <translation>Put the document on hold, or take it off</translation>
    </message>
    <message>
        <source>Lấy chữ từ ảnh bằng bàn phím</source>
        <translation>Take words from the picture by keyboard</translation>
    </message>
    <message>
        <source>Duyệt tài liệu</source>
        <translation>Approve the document</translation>
    </message>
    <message>
        <source>In phiếu của tài liệu này</source>
        <translation>Print the profile of this document</translation>
    </message>
    <message>
        <source>Đổi dấu thanh của chữ ở con trỏ</source>
        <translation>Change the tone mark of the letter at the cursor</translation>
    </message>
    <message>
        <source>Đổi chữ ở con trỏ (a, ă, â)</source>
        <translation>Change the letter at the cursor (a, ă, â)</translation>
    </message>
    <message>
        <source>Hiện gợi ý</source>
        <translation>Show suggestions</translation>
    </message>
    <message>
        <source>Đổi sang cách đọc khác của máy</source>
        <translation>Switch to another reading of the machine</translation>
    </message>
    <message>
        <source>Trang sau còn việc</source>
        <translation>Next page with work left</translation>
    </message>
    <message>
        <source>Trang trước còn việc</source>
        <translation>Previous page with work left</translation>
    </message>
    <message>
        <source>Đến cảnh báo kế tiếp</source>
        <translation>Go to the next warning</translation>
    </message>
    <message>
        <source>Thêm dòng vào bảng</source>
        <translation>Add a row to the table</translation>
    </message>
    <message>
        <source>Hiện hoặc ẩn danh sách tài liệu</source>
        <translation>Show or hide the list of documents</translation>
    </message>
    <message>
        <source>Tài liệu kế tiếp đang chờ</source>
        <translation>Next waiting document</translation>
    </message>
    <message>
        <source>Lọc danh sách tài liệu</source>
        <translation>Filter the list of documents</translation>
    </message>
    <message>
        <source>Về ô giá trị</source>
        <translation>Back to the value</translation>
    </message>
    <message>
        <source>Chưa có tài liệu nào để kiểm tra. Xin nhận giấy tờ ở phần Tiếp nhận ({key}) trước.</source>
        <translation>There is no document to verify yet. Please take papers in first, in Intake ({key}).</translation>
    </message>
    <message>
        <source>Tài liệu này không thuộc mẫu nào mà chương trình biết.</source>
        <translation>This document is of no form that the program knows.</translation>
    </message>
    <message>
        <source>Xin chọn một tài liệu trong danh sách bên trái.</source>
        <translation>Please choose a document in the list on the left.</translation>
    </message>
</context>
<context>
    <name>VerifyRoom</name>
    <message>
        <source>Đã kiểm tra hết.</source>
        <translation>All checked.</translation>
    </message>
    <message>
        <source>Còn {count} cảnh báo, xin xem lại bằng phím {key}.</source>
        <translation>{count} warnings are left; please look at them with {key}.</translation>
    </message>
    <message>
        <source>Xin nhấn {key} để duyệt.</source>
        <translation>Please press {key} to approve.</translation>
    </message>
    <message>
        <source>Tài liệu chờ người có quyền duyệt.</source>
        <translation>The document waits for somebody who may approve.</translation>
    </message>
    <message>
        <source>Đã duyệt {name}. Tài liệu đã vào lý lịch điện tử, nay có thể in phiếu.</source>
        <translation>{name} was approved. The document is in the electronic record, and the profile can be printed.</translation>
    </message>
    <message>
        <source>Đã tạm giữ {name}. {reason}</source>
        <translation>{name} was put on hold. {reason}</translation>
    </message>
    <message>
        <source>Xem lại tài liệu vừa xong</source>
        <translation>Look at the document just finished</translation>
    </message>
    <message>
        <source>Tài liệu kế tiếp ({key})</source>
        <translation>Next document ({key})</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Từng tài liệu</source>
        <translation>By document</translation>
    </message>
    <message>
        <source>Theo cột</source>
        <translation>By column</translation>
    </message>
    <message>
        <source>Nhập lại lần hai</source>
        <translation>Double entry</translation>
    </message>
    <message>
        <source>Rút mẫu</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Năng suất</source>
        <translation>Output</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Về tổng quan (Esc)</source>
        <translation>Back to the overview (Esc)</translation>
    </message>
    <message>
        <source>Người nhập liệu cho máy đọc tiếp các đợt quét này ở phần Tiếp nhận.</source>
        <translation>A clerk has these batches read on in Intake.</translation>
    </message>
    <message numerus="yes">
        <source>%n trang chưa đọc</source>
        <translation>
            <numerusform>%n page not read</numerusform>
            <numerusform>%n pages not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>còn %n chỗ phải kiểm tra</source>
        <translation>
            <numerusform>%n place still to check</numerusform>
            <numerusform>%n places still to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Đợt quét lúc {when}</source>
        <translation>Batch of {when}</translation>
    </message>
    <message>
        <source>không theo mẫu</source>
        <translation>without a form</translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowSettingsSection</name>
    <message>
        <source>Cửa sổ trên máy này</source>
        <translation>The window on this PC</translation>
    </message>
    <message>
        <source>Các lựa chọn này chỉ áp dụng cho người đang dùng máy này và không đổi dữ liệu nào.</source>
        <translation>These choices are for whoever uses this PC and change no data.</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Theo máy</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source> phút</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tự khóa khi không ai dùng sau</source>
        <translation>Locks itself when nobody works for</translation>
    </message>
    <message>
        <source>Áp dụng ({key})</source>
        <translation>Apply ({key})</translation>
    </message>
    <message>
        <source>Áp dụng cài đặt</source>
        <translation>Apply the settings</translation>
    </message>
    <message>
        <source>Các cài đặt này đang được dùng rồi.</source>
        <translation>These settings are in use already.</translation>
    </message>
</context>
<context>
    <name>_ChosenCard</name>
    <message>
        <source>Xin chọn một người trong danh sách.</source>
        <translation>Please choose somebody in the list.</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Đổi vai trò</source>
        <translation>Change the role</translation>
    </message>
    <message>
        <source>Mật khẩu mới (khi người này quên)</source>
        <translation>New passphrase (when this person forgot it)</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Đặt mật khẩu mới</source>
        <translation>Give the new passphrase</translation>
    </message>
    <message>
        <source>Cho đăng nhập lại ngay</source>
        <translation>Let them log in at once</translation>
    </message>
    <message>
        <source>Bỏ thời gian chờ sau khi nhập sai mật khẩu nhiều lần</source>
        <translation>Lift the wait after too many wrong passphrases</translation>
    </message>
    <message>
        <source>Cho nghỉ…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <source>Người đang chọn</source>
        <translation>Chosen person</translation>
    </message>
</context>
<context>
    <name>_DocumentDelegate</name>
    <message numerus="yes">
        <source>%n trang</source>
        <extracomment>With a line that says when the document came.</extracomment>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>không rõ mẫu</source>
        <translation>form not known</translation>
    </message>
    <message>
        <source>Đã duyệt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Tạm giữ: {reason}</source>
        <translation>On hold: {reason}</translation>
    </message>
    <message>
        <source>Chưa duyệt được</source>
        <translation>Cannot be approved yet</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n chỗ</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
    <message>
        <source>Chờ duyệt</source>
        <translation>Waits for approval</translation>
    </message>
</context>
<context>
    <name>_History</name>
    <message>
        <source>Lịch sử của giá trị</source>
        <translation>History of the value</translation>
    </message>
    <message>
        <source>{paper}, trang {page}</source>
        <translation>{paper}, page {page}</translation>
    </message>
    <message>
        <source>Lý do: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Lý do: gộp hai hồ sơ</source>
        <translation>Reason: dossiers merged</translation>
    </message>
    <message>
        <source>nay</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Có giá trị: {since}-{until}</source>
        <translation>In force: {since}-{until}</translation>
    </message>
    <message>
        <source>(đã rút)</source>
        <translation>(withdrawn)</translation>
    </message>
    <message>
        <source>không đọc được</source>
        <translation>illegible</translation>
    </message>
    <message>
        <source>để trống</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>_NewUnitCard</name>
    <message>
        <source>Thêm cơ quan, đơn vị ({key})</source>
        <translation>Add an agency or unit ({key})</translation>
    </message>
    <message>
        <source>ví dụ 01/07/2025, có thể để trống</source>
        <translation>for example 01/07/2025, may be left empty</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Cấp quản lý</source>
        <translation>Managed by</translation>
    </message>
    <message>
        <source>Cơ quan cấp trên</source>
        <translation>Agency above it</translation>
    </message>
    <message>
        <source>Thành lập từ ngày</source>
        <translation>There since</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>(không ghi)</source>
        <translation>(not given)</translation>
    </message>
</context>
<context>
    <name>_NewUserCard</name>
    <message>
        <source>Thêm người dùng ({key})</source>
        <translation>Add a user ({key})</translation>
    </message>
    <message>
        <source>chữ thường không dấu, ví dụ: lan</source>
        <translation>small letters without marks, for example: lan</translation>
    </message>
    <message>
        <source>ít nhất 12 ký tự</source>
        <translation>at least 12 characters</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Mật khẩu lần đầu</source>
        <translation>First passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>_NoPhoto</name>
    <message>
        <source>Hồ sơ chưa có ảnh</source>
        <translation>No photograph yet</translation>
    </message>
    <message>
        <source>Hồ sơ chưa có ảnh chân dung. Ảnh trên giấy xem ở phần Tài liệu.</source>
        <translation>The dossier has no portrait yet. The one on paper is under Documents.</translation>
    </message>
    <message>
        <source>Chưa có ảnh</source>
        <translation>No photo</translation>
    </message>
</context>
<context>
    <name>_OtherNameCard</name>
    <message>
        <source>Xin chọn một cơ quan, đơn vị trong danh sách.</source>
        <translation>Please choose an agency or unit in the list.</translation>
    </message>
    <message>
        <source>ví dụ 01/07/2025</source>
        <translation>for example 01/07/2025</translation>
    </message>
    <message>
        <source>Tên mới</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Kể từ ngày (đổi tên, giải thể)</source>
        <translation>Since when (new name, end)</translation>
    </message>
    <message>
        <source>Đổi tên</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Ghi giải thể</source>
        <translation>Note the end</translation>
    </message>
    <message>
        <source>Đơn vị đang chọn</source>
        <translation>Chosen unit</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Máy không tìm thấy trường này trên ảnh.</source>
        <extracomment>The row whose value stands in the editor. Whether the editor is so high that it lies over the reasons below the value.</extracomment>
        <translation>The machine did not find this field in the picture.</translation>
    </message>
    <message>
        <source>Đang mở ảnh…</source>
        <translation>Opening the picture…</translation>
    </message>
    <message>
        <source>Không mở được ảnh trang này.</source>
        <translation>The picture of this page could not be opened.</translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>Trang {number} · {name}</source>
        <translation>Page {number} · {name}</translation>
    </message>
    <message>
        <source>Để riêng trang {number}</source>
        <translation>Set page {number} aside</translation>
    </message>
    <message>
        <source>Đang mở ảnh trang…</source>
        <translation>Opening the picture of the page…</translation>
    </message>
</context>
</TS>
